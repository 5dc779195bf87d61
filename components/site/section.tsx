import type { ReactNode } from "react";

type Props = { id: string; title: string; path?: string; className?: string | undefined; children: ReactNode };

/** A part of a page under a heavy rule; its heading is the link to the whole of it. */
export const Section = ({ id, title, path, className, children }: Props) => (
  <section className={className} aria-labelledby={id}>
    <div className="sec">
      <h2 id={id}>{path ? <a href={path}>{title}</a> : title}</h2>
    </div>
    {children}
  </section>
);
