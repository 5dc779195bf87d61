import type { ReactNode } from "react";
import { Emblem } from "#components/admin/emblem.tsx";

type Props = { title: string; committee: string; children: ReactNode };

/** The frame of the pages before the editors' area: sign in, first set-up. */
export const Door = ({ title, committee, children }: Props) => (
  <div className="door">
    <main className="gate">
      <p className="brand">
        <Emblem />
        <span>
          <small>{committee}</small> <b>Khu vực biên tập</b>
        </span>
      </p>
      <h1>{title}</h1>
      {children}
    </main>
  </div>
);
