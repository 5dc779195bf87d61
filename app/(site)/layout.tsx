import type { Viewport } from "next";
import type { ReactNode } from "react";
import { Foot } from "#components/site/foot.tsx";
import { getSite } from "#lib/site/queries.ts";
import "./site.css";

export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfaf5" },
    { media: "(prefers-color-scheme: dark)", color: "#161412" },
  ],
};

export default async function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi">
      <body>
        <a className="skip btn" href="#chinh">
          Tới nội dung chính
        </a>
        {children}
        <Foot site={await getSite()} />
        <script type="module" src="/site.js" />
      </body>
    </html>
  );
}
