import { cache } from "react";
import { db } from "#lib/db.ts";
import { oncePerReading } from "#lib/once-per-reading.ts";
import { isSlug } from "#lib/slug.ts";

const link = { slug: true, name: true } as const;

/** The categories that have something to read, in the committee's order: the site's menu. */
export const listCategories = oncePerReading(() =>
  db.category.findMany({
    where: { articles: { some: { liveRevisionId: { not: null }, publishedAt: { lte: new Date() } } } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, ...link },
  }),
);

/** One category, or null; an empty one has a page too. */
export const getCategory = cache(async (slug: string) =>
  isSlug(slug) ? db.category.findUnique({ where: { slug }, select: { id: true, ...link } }) : null,
);
