import { pool } from "#lib/pool.ts";

/** How many other articles an article leads to. */
const COUNT = 4;

type Own = { id: number; listedAt: Date | null; cellId: number | null; categoryId: number };
type InJson = {
  id: number;
  slug: string;
  title: string;
  summary: string;
  publishedAt: string;
  category: { slug: string; name: string };
  cell: { name: string; validTo: string | null } | null;
};

const liveOf = (column: "cellId" | "categoryId") =>
  `SELECT id, "listedAt" FROM "Article" WHERE "${column}" = own."${column}" AND "liveRevisionId" IS NOT NULL AND "publishedAt" <= now()`;
const earlier = `AND ("listedAt", id) < (own."listedAt", own.id)`;
const newestFirst = `ORDER BY "listedAt" DESC, id DESC`;

/**
 * What an article leads to, as a piece of a statement that begins with the row `own` (id, listedAt, cellId, categoryId), to be
 * read by `relatedOfJson`. Those before it of its cell, then of its category; only a category's first articles, and drafts,
 * lead to newer ones. So whatever is published later changes the page of no other article.
 */
export const RELATED_TO_OWN = `
  (SELECT coalesce(json_agg(
    json_build_object('id', a.id, 'slug', a.slug, 'title', r.title, 'summary', r.summary, 'publishedAt', a."publishedAt",
      'category', json_build_object('slug', c.slug, 'name', c.name),
      'cell', CASE WHEN k.id IS NOT NULL THEN json_build_object('name', k.name, 'validTo', k."validTo") END)
    ORDER BY near.shelf, near."listedAt" DESC, near.id DESC), '[]')
  FROM (
    SELECT near.id, min(near.shelf) AS shelf, near."listedAt" FROM own, LATERAL (
      (SELECT 1 AS shelf, own_cell.* FROM (${liveOf("cellId")} ${earlier} ${newestFirst} LIMIT ${COUNT}) own_cell)
      UNION ALL (SELECT 2, before.* FROM (${liveOf("categoryId")} ${earlier} ${newestFirst} LIMIT ${COUNT}) before)
      UNION ALL (SELECT 3, newest.* FROM (${liveOf("categoryId")} ${newestFirst} LIMIT ${2 * COUNT}) newest)
    ) near WHERE near.id <> own.id
    GROUP BY near.id, near."listedAt" ORDER BY shelf, near."listedAt" DESC, near.id DESC LIMIT ${COUNT}
  ) near JOIN "Article" a USING (id) JOIN "Revision" r ON r.id = a."liveRevisionId"
    JOIN "Category" c ON c.id = a."categoryId" LEFT JOIN "Cell" k ON k.id = a."cellId")`;

export const relatedOfJson = (rows: InJson[]) =>
  rows.map(({ publishedAt, cell, ...article }) => ({
    ...article,
    publishedAt: new Date(publishedAt),
    cell: cell && withDate(cell),
  }));

/** A cell as PostgreSQL's JSON has it, where a day is text. */
export const withDate = <T extends { validTo: string | null }>({ validTo, ...cell }: T) => ({
  ...cell,
  validTo: validTo === null ? null : new Date(validTo),
});

const GIVEN = `
  WITH own AS (SELECT $1::int AS id, $2::timestamptz AS "listedAt", $3::int AS "cellId", $4::int AS "categoryId")
  SELECT ${RELATED_TO_OWN} AS related`;

/** What a reader of this article may want next, the nearest first. */
export async function listRelated({ id, listedAt, cellId, categoryId }: Own) {
  const values = [id, listedAt, cellId, categoryId];
  const { rows } = await pool.query<{ related: InJson[] }>({ name: "related-articles", text: GIVEN, values });
  return relatedOfJson(rows[0]?.related ?? []);
}
