import { cache } from "react";
import { db } from "#lib/db.ts";
import { isSlug } from "#lib/slug.ts";

/** What stands at the address of an article that was taken down; null where none was. Its title is not told: it may be the mistake. */
export const getWithdrawn = cache(async (slug: string) => {
  if (!isSlug(slug)) return null;
  return await db.article.findUnique({
    where: { slug, withdrawnAt: { not: null } },
    select: {
      slug: true,
      withdrawnAt: true,
      withdrawReason: true,
      withdrawNote: true,
      category: { select: { slug: true, name: true } },
    },
  });
});
