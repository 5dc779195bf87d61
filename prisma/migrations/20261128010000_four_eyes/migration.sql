-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "approvedNumber" INTEGER NOT NULL DEFAULT 0;

-- What was approved so far: what readers see and nobody owes an approval for, what was approved afterwards, and what
-- somebody other than its author published or set an hour for.
UPDATE "Article" a SET "approvedNumber" = approved.number FROM (
  SELECT "articleId", max(number) AS number FROM (
    SELECT live."articleId", live.number FROM "Article" JOIN "Revision" live ON live.id = "liveRevisionId"
      WHERE "approvalOwedSince" IS NULL
    UNION ALL
    SELECT r."articleId", r.number FROM "Milestone" m JOIN "Revision" r ON r.id = m."revisionId"
      WHERE m.kind::text = 'approved' OR (m.kind::text IN ('published', 'scheduled') AND m."userId" <> r."authorId")
  ) found GROUP BY "articleId"
) approved WHERE a.id = approved."articleId";
