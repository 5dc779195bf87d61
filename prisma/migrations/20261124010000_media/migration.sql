-- CreateTable
CREATE TABLE "Media" (
    "id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "widths" INTEGER[],
    "focalX" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "focalY" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "alt" TEXT NOT NULL DEFAULT '',
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Media_id_unguessable" CHECK (length("id") >= 16),
    CONSTRAINT "Media_focal_inside" CHECK ("focalX" BETWEEN 0 AND 1 AND "focalY" BETWEEN 0 AND 1)
);

-- CreateTable
CREATE TABLE "MediaUse" (
    "mediaId" TEXT NOT NULL,
    "articleId" INTEGER NOT NULL,

    CONSTRAINT "MediaUse_pkey" PRIMARY KEY ("mediaId", "articleId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Media_sha256_key" ON "Media"("sha256");

-- CreateIndex
CREATE INDEX "Media_createdAt_id_idx" ON "Media"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "MediaUse_articleId_idx" ON "MediaUse"("articleId");

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaUse" ADD CONSTRAINT "MediaUse_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaUse" ADD CONSTRAINT "MediaUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever moves an article's pointers moves its uses with them: what readers see, and what editors work on.
CREATE FUNCTION note_media_uses() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  WITH used AS (
    SELECT DISTINCT "Media".id FROM "Revision",
      LATERAL regexp_matches("bodyHtml", '"/tep/([A-Za-z0-9_-]+)/', 'g') AS hit
      JOIN "Media" ON "Media".id = hit[1]
    WHERE "Revision".id IN (NEW."liveRevisionId", NEW."headRevisionId")
  ), gone AS (
    DELETE FROM "MediaUse" WHERE "articleId" = NEW.id AND "mediaId" NOT IN (SELECT id FROM used)
  )
  INSERT INTO "MediaUse" ("mediaId", "articleId") SELECT id, NEW.id FROM used ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "Article_media" AFTER INSERT OR UPDATE OF "liveRevisionId", "headRevisionId" ON "Article" FOR EACH ROW EXECUTE FUNCTION note_media_uses();
