-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "beganById" INTEGER,
ADD COLUMN     "headCategoryId" INTEGER,
ADD COLUMN     "headCellId" INTEGER,
ADD COLUMN     "titleWords" tsvector;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_beganById_fkey" FOREIGN KEY ("beganById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever moves the newest revision takes along what the editors' lists are filtered by: so no filter, however little it
-- leaves of 100,000 articles, has to read their revisions.
CREATE FUNCTION follow_head() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  head RECORD;
BEGIN
  SELECT number, title, "categoryId", "cellId", "authorId" INTO head FROM "Revision" WHERE id = NEW."headRevisionId";
  NEW."headCategoryId" := head."categoryId";
  NEW."headCellId" := head."cellId";
  NEW."titleWords" := to_tsvector('simple', search_folded(head.title));
  IF head.number = 1 THEN
    NEW."beganById" := head."authorId";
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "Article_head" BEFORE INSERT OR UPDATE OF "headRevisionId" ON "Article" FOR EACH ROW EXECUTE FUNCTION follow_head();

UPDATE "Article" a SET "headCategoryId" = head."categoryId", "headCellId" = head."cellId", "beganById" = first."authorId",
  "titleWords" = to_tsvector('simple', search_folded(head.title))
FROM "Revision" head, "Revision" first
WHERE head.id = a."headRevisionId" AND first."articleId" = a.id AND first.number = 1;

-- CreateIndex
CREATE INDEX "Article_headCategoryId_updatedAt_id_idx" ON "Article"("headCategoryId", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_headCellId_updatedAt_id_idx" ON "Article"("headCellId", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_beganById_updatedAt_id_idx" ON "Article"("beganById", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_publishedAt_idx" ON "Article"("publishedAt");

-- CreateIndex
CREATE INDEX "Article_titleWords_idx" ON "Article" USING GIN ("titleWords");

DROP INDEX "Revision_title_idx", "Revision_begun_idx";
