import { cache } from "react";
import { RELATED_TO_OWN, relatedOfJson, withDate } from "#lib/articles/related.ts";
import { isSealed } from "#lib/articles/seal.ts";
import { holdNumbers } from "#lib/articles/whole-numbers.ts";
import { sanitizeHtml } from "#lib/html.ts";
import { log } from "#lib/log.ts";
import { showPictures } from "#lib/media/pictures.ts";
import { pool } from "#lib/pool.ts";
import { isSlug } from "#lib/slug.ts";

/** As many changes as a reader will read of. */
const NOTES = 5;

type Name = { slug: string; name: string };
type Row = {
  id: number;
  slug: string;
  publishedAt: Date;
  listedAt: Date | null;
  categoryId: number;
  cellId: number | null;
  category: Name;
  /** Days and moments as JSON has them. */
  cell: (Name & { validTo: string | null; successor: Name | null }) | null;
  notes: { id: number; at: string; text: string }[];
  related: Parameters<typeof relatedOfJson>[0];
  revisionId: number;
  title: string;
  summary: string;
  bodyHtml: string;
  seal: string;
  savedAt: Date;
};

/**
 * What the public may read of one article and what it leads to, or null when nothing is published under that slug. In one
 * statement that each connection plans once: Prisma's were planned anew for each article, three times as long as they ran.
 */
export const getPublishedArticle = cache(async (slug: string) => {
  if (!isSlug(slug)) return null;
  const { rows } = await pool.query<Row>({ name: "published-article", text: PUBLISHED, values: [slug] });
  const [row] = rows;
  if (!row) return null;
  const { cell, notes, related, revisionId, bodyHtml, seal, savedAt, ...article } = row;
  const { title, summary, publishedAt } = article;
  const body = readableBody(revisionId, { title, summary, bodyHtml, seal });
  return {
    ...article,
    cell: cell && withDate(cell),
    changeNotes: notes.map((note) => ({ ...note, at: new Date(note.at) })),
    related: relatedOfJson(related),
    revisedAt: laterOf(publishedAt, savedAt),
    body: body && (await showPictures(body)),
  };
});

/** When what readers see was last another: saved before it was published, an article is as new as its publication. */
export const laterOf = (publishedAt: Date, savedAt: Date) => (savedAt > publishedAt ? savedAt : publishedAt);

/** The body, sanitised once more; null (and an alarm) when it is not what an editor of this site wrote. */
function readableBody(id: number, revision: Parameters<typeof isSealed>[0]) {
  if (isSealed(revision)) return holdNumbers(sanitizeHtml(revision.bodyHtml));
  log.error({ revision: id }, "published text does not match its seal: not shown");
  return null;
}

const PUBLISHED = `
  WITH own AS (
    SELECT id, slug, "publishedAt", "listedAt", "categoryId", "cellId", "liveRevisionId" FROM "Article"
    WHERE slug = $1 AND "liveRevisionId" IS NOT NULL AND "publishedAt" <= now()
  )
  SELECT own.id, own.slug, own."publishedAt", own."listedAt", own."categoryId", own."cellId",
    json_build_object('slug', c.slug, 'name', c.name) AS category,
    CASE WHEN k.id IS NOT NULL THEN json_build_object('slug', k.slug, 'name', k.name, 'validTo', k."validTo",
      'successor', CASE WHEN s.id IS NOT NULL THEN json_build_object('slug', s.slug, 'name', s.name) END) END AS cell,
    (SELECT coalesce(json_agg(n), '[]') FROM (
      SELECT id, at, text FROM "ChangeNote" WHERE "articleId" = own.id ORDER BY id DESC LIMIT ${NOTES}) n) AS notes,
    ${RELATED_TO_OWN} AS related,
    r.id AS "revisionId", r.title, r.summary, r."bodyHtml", r.seal, r."createdAt" AS "savedAt"
  FROM own JOIN "Revision" r ON r.id = own."liveRevisionId" JOIN "Category" c ON c.id = own."categoryId"
    LEFT JOIN "Cell" k ON k.id = own."cellId" LEFT JOIN "Cell" s ON s.id = k."successorId"`;
