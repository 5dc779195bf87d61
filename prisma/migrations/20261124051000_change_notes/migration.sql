-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "listedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ChangeNote" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "revisionId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL,

    CONSTRAINT "ChangeNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ChangeNote_articleId_id_idx" ON "ChangeNote"("articleId", "id");

-- AddForeignKey
ALTER TABLE "ChangeNote" ADD CONSTRAINT "ChangeNote_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeNote" ADD CONSTRAINT "ChangeNote_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A change that readers are told of moves an article up in every list; its date stays.
CREATE FUNCTION list_article() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW."listedAt" := GREATEST(NEW."publishedAt", NEW."changedAt");
  RETURN NEW;
END;
$$;
CREATE TRIGGER "Article_listed" BEFORE INSERT OR UPDATE OF "publishedAt", "changedAt" ON "Article" FOR EACH ROW EXECUTE FUNCTION list_article();
UPDATE "Article" SET "listedAt" = "publishedAt";

-- The lists' new order; publishedAt goes along so that counting and skipping stay inside the index. Search goes on reading
-- the newest days by Article_live_idx.
DROP INDEX "Article_live_category_idx", "Article_live_cell_idx";
CREATE INDEX "Article_listed_idx" ON "Article"("listedAt" DESC, "id" DESC) INCLUDE ("publishedAt") WHERE "liveRevisionId" IS NOT NULL;
CREATE INDEX "Article_live_category_idx" ON "Article"("categoryId", "listedAt" DESC, "id" DESC) INCLUDE ("publishedAt") WHERE "liveRevisionId" IS NOT NULL;
CREATE INDEX "Article_live_cell_idx" ON "Article"("cellId", "listedAt" DESC, "id" DESC) INCLUDE ("publishedAt") WHERE "liveRevisionId" IS NOT NULL;

COMMENT ON TABLE "ChangeNote" IS 'append-only';
