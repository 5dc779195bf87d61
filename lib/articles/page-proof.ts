import { RELATED } from "#lib/articles/queries.ts";
import { pool } from "#lib/db.ts";
import { isSlug } from "#lib/slug.ts";

const ADDRESS = /^\/bai-viet\/([a-z0-9-]+)$/;
/** More than an article's page can name of its cell or its category: itself, those of the cell, and those that fill up. */
const NEAR = 2 * RELATED + 1;

/**
 * All that the page of a published article shows, in short: the frame (menu, polls, pictures, whatever else may move) by its
 * number, the article and those near it by their versions, which only rise. Two equal proofs mean one and the same page,
 * for a twentieth of the cost of rendering it. Undefined for other addresses.
 */
export async function proveArticlePage(key: string) {
  const slug = ADDRESS.exec(key)?.[1];
  if (!slug || !isSlug(slug)) return undefined;
  const { rows } = await pool.query<{ proof: string }>({
    name: "article-page-proof",
    text: PROOF,
    values: [slug, NEAR],
  });
  return rows[0]?.proof;
}

const newestOf = (column: "cellId" | "categoryId") => `(
  SELECT a.id, a.version FROM own, LATERAL (
    SELECT id, version FROM "Article"
    WHERE "${column}" = own."${column}" AND "liveRevisionId" IS NOT NULL AND "publishedAt" <= now()
    ORDER BY "listedAt" DESC, id DESC LIMIT $2
  ) a
)`;

const PROOF = `
  WITH own AS (
    SELECT id, version, "cellId", "categoryId" FROM "Article"
    WHERE slug = $1 AND "liveRevisionId" IS NOT NULL AND "publishedAt" <= now()
  ), near AS (
    SELECT id, version FROM own UNION ${newestOf("cellId")} UNION ${newestOf("categoryId")}
  )
  SELECT v.frame || ' ' || string_agg(near.id || '.' || near.version, ' ' ORDER BY near.id) AS proof
  FROM "ContentVersion" v, near WHERE v.id = 1 GROUP BY v.frame`;
