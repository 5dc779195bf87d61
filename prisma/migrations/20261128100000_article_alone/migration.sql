-- What moved last besides single articles: while it stands still, an article's page follows from a handful of rows (lib/articles/page-proof.ts).
ALTER TABLE "ContentVersion" ADD COLUMN "frame" BIGINT NOT NULL DEFAULT 1;
