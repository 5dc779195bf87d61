import type { ReactNode } from "react";
import { type Crumb, Crumbs } from "#components/site/crumbs.tsx";
import { Masthead } from "#components/site/masthead.tsx";
import { Menu } from "#components/site/menu.tsx";
import { listCategories } from "#lib/categories/queries.ts";
import { listCells } from "#lib/cells/queries.ts";
import { siteUrl } from "#lib/env.ts";
import { hasPolls } from "#lib/polls/queries.ts";
import { getSite } from "#lib/site/queries.ts";

type Props = {
  /** Path of the menu's entry that the page belongs to. */
  current?: string;
  /** The way here from the home page, the page itself last; the home page has none. */
  trail?: Crumb[];
  children: ReactNode;
};

/** What stands around every public page. A layout cannot know the page's address, so pages name their place here. */
export async function Frame({ current, trail, children }: Props) {
  const [{ committee }, links] = await Promise.all([getSite(), menuLinks()]);
  return (
    <>
      <Masthead committee={committee} />
      <Menu links={links} current={current} />
      <main id="chinh" className="wrap">
        {trail && <Crumbs trail={trail} origin={siteUrl()} />}
        {children}
      </main>
    </>
  );
}

/** The menu offers nothing that is empty. */
async function menuLinks() {
  const [categories, cells, isAsked] = await Promise.all([listCategories(), listCells(), hasPolls()]);
  return [
    { name: "Trang chủ", path: "/" },
    ...categories.map(({ name, slug }) => ({ name, path: `/chuyen-muc/${slug}` })),
    ...(cells.length > 0 ? [{ name: "Chi bộ", path: "/chi-bo" }] : []),
    ...(isAsked ? [{ name: "Thăm dò ý kiến", path: "/tham-do" }] : []),
  ];
}
