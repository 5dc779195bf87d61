import { RELATED_TO_OWN } from "#lib/articles/related.ts";
import { pool } from "#lib/pool.ts";
import { isSlug } from "#lib/slug.ts";

const ADDRESS = /^\/bai-viet\/([a-z0-9-]+)$/;

/**
 * The ids of the articles that the page of a published article shows: it and those it leads to. While none of them is
 * published anew and nothing else moves, that page stays as it is. Undefined for other addresses.
 */
export async function articlesOnPage(key: string) {
  const slug = ADDRESS.exec(key)?.[1];
  if (!slug || !isSlug(slug)) return undefined;
  const { rows } = await pool.query<{ id: number }>({ name: "articles-on-page", text: SHOWN, values: [slug] });
  return rows.length > 0 ? rows.map(({ id }) => id) : undefined;
}

const SHOWN = `
  WITH own AS (
    SELECT id, "listedAt", "cellId", "categoryId" FROM "Article"
    WHERE slug = $1 AND "liveRevisionId" IS NOT NULL AND "publishedAt" <= now()
  )
  SELECT id FROM own UNION ALL SELECT id FROM ${RELATED_TO_OWN} related`;
