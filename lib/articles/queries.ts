import { laterOf } from "#lib/articles/published-article.ts";
import { db } from "#lib/db.ts";
import { PAGE_SIZE } from "#lib/paging.ts";
import type { Prisma } from "#prisma/client/client.ts";

/** Lists end here (500 pages): older articles are found by search and by cell. It bounds what counting and skipping cost. */
const LONGEST_LIST = 10_000;

/** A change that readers are told of moves an article up. */
const newestFirst = [{ listedAt: "desc" }, { id: "desc" }] as const satisfies Prisma.ArticleOrderByWithRelationInput[];

const listed = {
  slug: true,
  publishedAt: true,
  changedAt: true,
  category: { select: { slug: true, name: true } },
  cell: { select: { slug: true, name: true, validTo: true } },
  liveRevision: { select: { title: true, summary: true } },
} as const satisfies Prisma.ArticleSelect;

type Place = { categoryId?: number; cellId?: number };
type Listed = Prisma.ArticleGetPayload<{ select: typeof listed }>;

/** What every public read of articles starts from: live, and its day has come. */
const published = (place: Place = {}) =>
  ({ ...place, liveRevisionId: { not: null }, publishedAt: { lte: new Date() } }) satisfies Prisma.ArticleWhereInput;

/** The newest articles of the whole site. */
export async function listNewest(count: number) {
  return show(await db.article.findMany({ where: published(), orderBy: newestFirst, take: count, select: listed }));
}

/** One page of a category's or a cell's articles; undefined when there is no such page. */
export async function listPage(place: Place, page: number) {
  // In the list's own order: Prisma would count by id, through all that is not of this place.
  const counted = await db.article.count({ where: published(place), orderBy: newestFirst, take: LONGEST_LIST + 1 });
  const total = Math.min(counted, LONGEST_LIST);
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (page > last) return undefined;
  // Ids first: skipping then stays inside the index, whatever the rows weigh.
  const ids = await db.article.findMany({
    where: published(place),
    orderBy: newestFirst,
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: { id: true },
  });
  return { articles: await listByIds(ids.map(({ id }) => id)), page, last, total, more: counted > total };
}

/** Published articles with these ids, in this order. */
async function listByIds(ids: number[]) {
  if (ids.length === 0) return [];
  const rows = await db.article.findMany({
    where: { ...published(), id: { in: ids } },
    select: { id: true, ...listed },
  });
  const found = new Map(rows.map((row) => [row.id, row]));
  return show(ids.flatMap((id) => found.get(id) ?? []));
}

/** The newest few of each of these categories. */
export async function listByCategory(categoryIds: number[], count: number) {
  const chosen = await db.$queryRaw<{ id: number; categoryId: number }[]>`
    SELECT a.id, a."categoryId" FROM unnest(${categoryIds}::int[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT id, "categoryId" FROM "Article"
      WHERE "categoryId" = wanted.id AND "liveRevisionId" IS NOT NULL AND "publishedAt" <= ${new Date()}
      ORDER BY "listedAt" DESC, id DESC LIMIT ${count}
    ) a`;
  const shown = new Map((await listByIds(chosen.map(({ id }) => id))).map((article) => [article.slug, article]));
  return Map.groupBy(shown.values(), (article) => article.category.slug);
}

/** Flattens what the database keeps apart: readers see one thing. */
function show(rows: Listed[]) {
  return rows.flatMap(({ liveRevision, publishedAt, ...rest }) =>
    liveRevision && publishedAt
      ? [{ ...rest, publishedAt, title: liveRevision.title, summary: liveRevision.summary }]
      : [],
  );
}

/** The newest articles' addresses, for the site map of search engines; older ones are reached through the lists. */
export async function listAddresses() {
  const rows = await db.article.findMany({
    where: published(),
    orderBy: newestFirst,
    take: LONGEST_LIST,
    select: { slug: true, publishedAt: true, liveRevision: { select: { createdAt: true } } },
  });
  return rows.flatMap(({ slug, publishedAt, liveRevision }) =>
    publishedAt && liveRevision ? [{ slug, revisedAt: laterOf(publishedAt, liveRevision.createdAt) }] : [],
  );
}
