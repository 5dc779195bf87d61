-- CreateTable
CREATE TABLE "LinkedHost" (
    "host" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LinkedHost_pkey" PRIMARY KEY ("host")
);

-- Whoever publishes a revision makes its outside hosts known ones.
CREATE FUNCTION note_linked_hosts() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "LinkedHost" ("host")
    SELECT DISTINCT lower(hit[1]) FROM "Revision", LATERAL regexp_matches("bodyHtml", 'href="https?://([^/"?#:]+)', 'g') AS hit
    WHERE "Revision".id = NEW."liveRevisionId"
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "Article_hosts" AFTER INSERT OR UPDATE OF "liveRevisionId" ON "Article" FOR EACH ROW EXECUTE FUNCTION note_linked_hosts();

INSERT INTO "LinkedHost" ("host")
  SELECT DISTINCT lower(hit[1]) FROM "Article" JOIN "Revision" ON "Revision".id = "liveRevisionId",
    LATERAL regexp_matches("bodyHtml", 'href="https?://([^/"?#:]+)', 'g') AS hit
ON CONFLICT DO NOTHING;
