import type { ReactNode } from "react";
import { PageHead } from "#components/site/page-head.tsx";

/** A page that is nothing but a heading and text. */
export const TextPage = ({ title, children }: { title: string; children: ReactNode }) => (
  <article>
    <PageHead title={title} />
    <div className="prose" id="noi-dung">
      {children}
    </div>
  </article>
);
