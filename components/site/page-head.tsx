import type { ReactNode } from "react";
import { Title, titleClass } from "#components/site/title.tsx";

type Props = { title: string; kick?: string; children?: ReactNode };

/** The page's one h1 with what stands directly under it. */
export const PageHead = ({ title, kick, children }: Props) => (
  <header className="top">
    {kick && <p className="kick">{kick}</p>}
    <h1 className={titleClass(title)}>
      <Title text={title} />
    </h1>
    {children}
  </header>
);
