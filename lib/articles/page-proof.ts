import { RELATED_TO_OWN } from "#lib/articles/related.ts";
import { pool } from "#lib/pool.ts";
import { isSlug } from "#lib/slug.ts";

const ADDRESS = /^\/bai-viet\/([a-z0-9-]+)$/;
/**
 * All that the page of a published article shows, in short: the frame (menu, polls, pictures, whatever else may move) by its
 * number, the article and those it leads to by their versions, which only rise. Two equal proofs mean one and the same page,
 * for a twentieth of the cost of rendering it. Undefined for other addresses.
 */
export async function proveArticlePage(key: string) {
  const slug = ADDRESS.exec(key)?.[1];
  if (!slug || !isSlug(slug)) return undefined;
  const { rows } = await pool.query<{ proof: string }>({
    name: "article-page-proof",
    text: PROOF,
    values: [slug],
  });
  return rows[0]?.proof;
}

const PROOF = `
  WITH own AS (
    SELECT id, version, "listedAt", "cellId", "categoryId" FROM "Article"
    WHERE slug = $1 AND "liveRevisionId" IS NOT NULL AND "publishedAt" <= now()
  ), shown AS (
    SELECT id, version FROM own UNION ALL SELECT id, version FROM ${RELATED_TO_OWN} related JOIN "Article" USING (id)
  )
  SELECT v.frame || ' ' || string_agg(shown.id || '.' || shown.version, ' ' ORDER BY shown.id) AS proof
  FROM "ContentVersion" v, shown WHERE v.id = 1 GROUP BY v.frame`;
