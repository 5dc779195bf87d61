-- CreateTable. In byte order, so that the links that begin in a certain way lie together in the index.
CREATE TABLE "ArticleLink" (
    "articleId" INTEGER NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ArticleLink_pkey" PRIMARY KEY ("articleId","address")
);

-- CreateTable
CREATE TABLE "LinkCheck" (
    "address" TEXT COLLATE "C" NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT,
    "failedDays" INTEGER NOT NULL DEFAULT 0,
    "failedOn" DATE,

    CONSTRAINT "LinkCheck_pkey" PRIMARY KEY ("address")
);

-- CreateIndex
CREATE INDEX "ArticleLink_address_idx" ON "ArticleLink"("address");

-- AddForeignKey
ALTER TABLE "ArticleLink" ADD CONSTRAINT "ArticleLink_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Pages that a sanitised body links to, without the place within the page. An index holds no more than some 2,700 bytes.
CREATE FUNCTION links_in(body TEXT) RETURNS SETOF TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT address
  FROM regexp_matches(body, '<a [^>]*href="([^"]+)"', 'g') AS hit,
    LATERAL (SELECT split_part(replace(hit[1], '&amp;', '&'), '#', 1) AS address) AS found
  WHERE address ~* '^(/|https?://)' AND octet_length(address) <= 2000;
$$;

-- Whoever publishes a revision makes its links those that readers meet.
CREATE FUNCTION note_article_links() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  found TEXT[] := ARRAY(SELECT links_in("bodyHtml") FROM "Revision" WHERE id = NEW."liveRevisionId");
BEGIN
  DELETE FROM "ArticleLink" WHERE "articleId" = NEW.id AND address <> ALL (found);
  INSERT INTO "ArticleLink" ("articleId", address) SELECT NEW.id, unnest(found) ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "Article_links" AFTER INSERT OR UPDATE OF "liveRevisionId" ON "Article" FOR EACH ROW EXECUTE FUNCTION note_article_links();

INSERT INTO "ArticleLink" ("articleId", address)
  SELECT "Article".id, links_in("bodyHtml") FROM "Article" JOIN "Revision" ON "Revision".id = "liveRevisionId";
