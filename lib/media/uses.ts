import type { Transaction } from "#lib/db.ts";

/**
 * Notes which files an article shows or links: in what readers see and in what editors work on. To be called at the end
 * of every transaction that moves either; a file noted here cannot be deleted.
 */
export async function recordMediaUse(tx: Transaction, articleId: number) {
  await tx.$executeRaw`
    WITH used AS (
      SELECT DISTINCT "Media".id FROM "Article"
      JOIN "Revision" ON "Revision".id IN ("Article"."liveRevisionId", "Article"."headRevisionId"),
      LATERAL regexp_matches("Revision"."bodyHtml", '"/tep/([A-Za-z0-9_-]+)/', 'g') AS found
      JOIN "Media" ON "Media".id = found[1]
      WHERE "Article".id = ${articleId}
    ), gone AS (
      DELETE FROM "MediaUse" WHERE "articleId" = ${articleId} AND "mediaId" NOT IN (SELECT id FROM used)
    )
    INSERT INTO "MediaUse" ("mediaId", "articleId") SELECT id, ${articleId} FROM used ON CONFLICT DO NOTHING`;
}
