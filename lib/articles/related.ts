import { pool } from "#lib/pool.ts";

/** How many other articles an article leads to. */
const COUNT = 4;

type Own = { id: number; listedAt: Date | null; cellId: number | null; categoryId: number };

const liveOf = (column: "cellId" | "categoryId") =>
  `SELECT id, "listedAt" FROM "Article" WHERE "${column}" = own."${column}" AND "liveRevisionId" IS NOT NULL AND "publishedAt" <= now()`;
const earlier = `AND ("listedAt", id) < (own."listedAt", own.id)`;
const newestFirst = `ORDER BY "listedAt" DESC, id DESC`;

/**
 * Rest of a statement that begins with the row `own` (id, listedAt, cellId, categoryId): the ids of what an article leads to.
 * Those before it of its cell, then of its category; only a category's first articles, and drafts, lead to newer ones. So
 * whatever is published later changes the page of no other article.
 */
export const RELATED_TO_OWN = `
  (SELECT near.id FROM own, LATERAL (
    (SELECT 1 AS shelf, own_cell.* FROM (${liveOf("cellId")} ${earlier} ${newestFirst} LIMIT ${COUNT}) own_cell)
    UNION ALL (SELECT 2, before.* FROM (${liveOf("categoryId")} ${earlier} ${newestFirst} LIMIT ${COUNT}) before)
    UNION ALL (SELECT 3, newest.* FROM (${liveOf("categoryId")} ${newestFirst} LIMIT ${2 * COUNT}) newest)
  ) near WHERE near.id <> own.id
  GROUP BY near.id, near."listedAt" ORDER BY min(near.shelf), near."listedAt" DESC, near.id DESC LIMIT ${COUNT})`;

const GIVEN = `WITH own AS (SELECT $1::int AS id, $2::timestamptz AS "listedAt", $3::int AS "cellId", $4::int AS "categoryId")`;

/** The ids of the articles that one leads to, the nearest first. */
export async function relatedIds({ id, listedAt, cellId, categoryId }: Own) {
  const { rows } = await pool.query<{ id: number }>({
    name: "related-articles",
    text: GIVEN + RELATED_TO_OWN,
    values: [id, listedAt, cellId, categoryId],
  });
  return rows.map((row) => row.id);
}
