import type { Transaction } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";

export const articlePath = (slug: string) => `/bai-viet/${slug}`;

type Row = { slug: string; categoryId: number; cellId: number | null };

/** Inserts an article under the wanted slug, or under the first of -2, -3 … that is free; the unique key decides, not a look before. */
export async function insertUnderFreeSlug(tx: Transaction, row: Row) {
  const wanted = row.slug;
  for (let slug: string = wanted; ; slug = await nextSlug(tx, wanted)) {
    const [article] = await tx.article.createManyAndReturn({
      data: [{ ...row, slug }],
      skipDuplicates: true,
      select: { id: true, slug: true },
    });
    if (article) return article;
  }
}

async function nextSlug(tx: Transaction, wanted: string) {
  const [free] = await tx.$queryRaw<{ slug: string }[]>`
    SELECT candidate AS slug FROM generate_series(2, 1000000) number, LATERAL (SELECT ${wanted} || '-' || number AS candidate)
    WHERE NOT EXISTS (SELECT FROM "Article" WHERE slug = candidate) LIMIT 1`;
  if (!free) throw new Error(`no free slug for ${wanted}`);
  return free.slug;
}

/** Leaves a redirect at an address that readers knew. */
export async function leaveRedirect(tx: Transaction, oldSlug: string, newSlug: string) {
  await freeAddress(tx, newSlug);
  await redirectTo(tx, oldSlug, articlePath(newSlug));
}

/** Sends readers of an article's address to another page. No chains: what led to the old address now leads to the new one. */
export async function redirectTo(tx: Transaction, slug: string, target: string) {
  const path = articlePath(slug);
  await tx.redirect.updateMany({ where: { target: path }, data: { target } });
  await tx.redirect.upsert({ where: { path }, create: { path, target }, update: { target } });
}

/** An address that is in use again is no redirect any more. */
export async function freeAddress(tx: Transaction, slug: string) {
  await tx.redirect.deleteMany({ where: { path: articlePath(slug) } });
}

export const slugTaken = () =>
  new AppError("conflict", "Đường dẫn này đã có bài khác dùng. Hãy chọn đường dẫn khác.", "slug");
