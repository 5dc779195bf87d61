-- AlterTable
ALTER TABLE "ArticleLink" ADD COLUMN     "targetId" INTEGER;

-- CreateIndex
CREATE INDEX "ArticleLink_targetId_idx" ON "ArticleLink"("targetId");

-- AddForeignKey
ALTER TABLE "ArticleLink" ADD CONSTRAINT "ArticleLink_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Most links between articles are whole for years. Those are told by what they lead to, and only the others are asked
-- about each time: so the first page of the editors' area does not compare every link with every article.
CREATE INDEX "ArticleLink_asked_idx" ON "ArticleLink"("address") WHERE "targetId" IS NULL;

-- The article whose address this is, of those written without anything else. Unknown while somebody moves it or takes it down:
-- to wait for him, who may wait for this article, could be for ever.
CREATE FUNCTION link_target(address TEXT) RETURNS INT LANGUAGE plpgsql AS $$
DECLARE
  target INT;
BEGIN
  IF address LIKE '/bai-viet/%' THEN
    SELECT id INTO target FROM "Article" WHERE slug = substr(address, 11) FOR KEY SHARE SKIP LOCKED;
  END IF;
  RETURN target;
END;
$$;

CREATE OR REPLACE FUNCTION note_article_links() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  found TEXT[] := ARRAY(SELECT links_in("bodyHtml") FROM "Revision" WHERE id = NEW."liveRevisionId");
BEGIN
  DELETE FROM "ArticleLink" WHERE "articleId" = NEW.id AND address <> ALL (found);
  INSERT INTO "ArticleLink" ("articleId", address, "targetId")
    SELECT NEW.id, address, link_target(address) FROM unnest(found) AS address ON CONFLICT DO NOTHING;
  RETURN NULL;
END;
$$;

-- An article that moves is no longer what its old address leads to.
CREATE FUNCTION forget_link_target() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ArticleLink" SET "targetId" = NULL WHERE "targetId" = NEW.id;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "Article_moves" AFTER UPDATE OF slug ON "Article" FOR EACH ROW WHEN (OLD.slug <> NEW.slug)
  EXECUTE FUNCTION forget_link_target();

UPDATE "ArticleLink" l SET "targetId" = a.id FROM "Article" a WHERE l.address LIKE '/bai-viet/%' AND a.slug = substr(l.address, 11);
