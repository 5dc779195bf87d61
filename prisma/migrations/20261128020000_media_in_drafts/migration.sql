-- CreateTable
CREATE TABLE "MediaDraftUse" (
    "mediaId" TEXT NOT NULL,
    "sittingId" UUID NOT NULL,

    CONSTRAINT "MediaDraftUse_pkey" PRIMARY KEY ("mediaId", "sittingId")
);

-- CreateIndex
CREATE INDEX "MediaDraftUse_sittingId_idx" ON "MediaDraftUse"("sittingId");

-- AddForeignKey
ALTER TABLE "MediaDraftUse" ADD CONSTRAINT "MediaDraftUse_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaDraftUse" ADD CONSTRAINT "MediaDraftUse_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "WorkingCopy"("sittingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- The files that bodies name. Locked, so that whoever deletes one meanwhile is waited for, and a deleted one is not named.
CREATE FUNCTION media_named_in(bodies TEXT[]) RETURNS SETOF TEXT LANGUAGE sql AS $$
  SELECT id FROM "Media"
  WHERE id IN (SELECT hit[1] FROM unnest(bodies) AS body, LATERAL regexp_matches(body, '"/tep/([A-Za-z0-9_-]+)/', 'g') AS hit)
  FOR KEY SHARE;
$$;

-- What waits for its hour is used as well: a later revision may have dropped the picture.
CREATE OR REPLACE FUNCTION note_media_uses() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  used TEXT[] := ARRAY(SELECT media_named_in(ARRAY(
    SELECT "bodyHtml" FROM "Revision" WHERE id IN (NEW."liveRevisionId", NEW."headRevisionId", NEW."scheduledRevisionId"))));
BEGIN
  DELETE FROM "MediaUse" WHERE "articleId" = NEW.id AND "mediaId" <> ALL (used);
  INSERT INTO "MediaUse" ("mediaId", "articleId") SELECT id, NEW.id FROM unnest(used) AS id ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
DROP TRIGGER "Article_media" ON "Article";
CREATE TRIGGER "Article_media" AFTER INSERT OR UPDATE OF "liveRevisionId", "headRevisionId", "scheduledRevisionId" ON "Article"
  FOR EACH ROW EXECUTE FUNCTION note_media_uses();

-- What somebody is typing names files that no revision names yet.
CREATE FUNCTION note_media_draft_uses() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  used TEXT[] := ARRAY(SELECT media_named_in(ARRAY[NEW.fields->>'bodyHtml']));
BEGIN
  DELETE FROM "MediaDraftUse" WHERE "sittingId" = NEW."sittingId" AND "mediaId" <> ALL (used);
  INSERT INTO "MediaDraftUse" ("mediaId", "sittingId") SELECT id, NEW."sittingId" FROM unnest(used) AS id ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "WorkingCopy_media" AFTER INSERT OR UPDATE OF fields ON "WorkingCopy" FOR EACH ROW EXECUTE FUNCTION note_media_draft_uses();

UPDATE "WorkingCopy" SET fields = fields;
UPDATE "Article" SET "scheduledRevisionId" = "scheduledRevisionId" WHERE "scheduledRevisionId" IS NOT NULL;
