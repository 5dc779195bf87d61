-- Search is blind to accents: "dai hoi" finds "Đại hội". The extension is trusted: a database's owner may create it.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('contributor', 'editor', 'publisher', 'administrator');

-- CreateTable
CREATE TABLE "Site" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "committee" TEXT NOT NULL,
    "ward" TEXT NOT NULL,
    "responsible" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "setupCodeHash" TEXT,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cell" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,
    "successorId" INTEGER,

    CONSTRAINT "Cell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "categoryId" INTEGER NOT NULL,
    "cellId" INTEGER,
    "liveRevisionId" INTEGER,
    "headRevisionId" INTEGER,
    "publishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search" tsvector,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "bodyText" TEXT NOT NULL,
    "categoryId" INTEGER NOT NULL,
    "cellId" INTEGER,
    "dateline" DATE,
    "authorId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seal" TEXT NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Redirect" (
    "path" TEXT NOT NULL,
    "target" TEXT NOT NULL,

    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "ContentVersion" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "ContentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Poll" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closesAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PollOption" (
    "id" SERIAL NOT NULL,
    "pollId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "PollOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "id" BIGSERIAL NOT NULL,
    "pollId" INTEGER NOT NULL,
    "optionId" INTEGER NOT NULL,
    "challengeId" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "castAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Challenge" (
    "id" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "userId" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "network" TEXT,
    "detail" JSONB,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Category_slug_key" ON "Category"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Cell_slug_key" ON "Cell"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Article_slug_key" ON "Article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Article_liveRevisionId_key" ON "Article"("liveRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Article_headRevisionId_key" ON "Article"("headRevisionId");

-- CreateIndex
CREATE INDEX "Article_updatedAt_id_idx" ON "Article"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_search_idx" ON "Article" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_articleId_number_key" ON "Revision"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Poll_slug_key" ON "Poll"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "PollOption_pollId_id_key" ON "PollOption"("pollId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PollOption_pollId_position_key" ON "PollOption"("pollId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Ballot_challengeId_key" ON "Ballot"("challengeId");

-- CreateIndex
CREATE UNIQUE INDEX "Ballot_receipt_key" ON "Ballot"("receipt");

-- CreateIndex
CREATE INDEX "Ballot_pollId_optionId_idx" ON "Ballot"("pollId", "optionId");

-- CreateIndex
CREATE INDEX "Challenge_expiresAt_idx" ON "Challenge"("expiresAt");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cell" ADD CONSTRAINT "Cell_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Cell"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_liveRevisionId_fkey" FOREIGN KEY ("liveRevisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_headRevisionId_fkey" FOREIGN KEY ("headRevisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollOption" ADD CONSTRAINT "PollOption_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_pollId_optionId_fkey" FOREIGN KEY ("pollId", "optionId") REFERENCES "PollOption"("pollId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Site" ADD CONSTRAINT "Site_one_row" CHECK ("id" = 1);
ALTER TABLE "ContentVersion" ADD CONSTRAINT "ContentVersion_one_row" CHECK ("id" = 1);
INSERT INTO "ContentVersion" DEFAULT VALUES;
ALTER TABLE "Article" ADD CONSTRAINT "Article_live_has_date" CHECK ("liveRevisionId" IS NULL OR "publishedAt" IS NOT NULL);
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_closes_after_opening" CHECK ("closesAt" > "opensAt");
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower_case" CHECK ("email" = lower("email"));

-- Public lists, newest first, whole or within a category or cell: the order of keyset pages.
CREATE INDEX "Article_live_idx" ON "Article"("publishedAt" DESC, "id" DESC) WHERE "liveRevisionId" IS NOT NULL;
CREATE INDEX "Article_live_category_idx" ON "Article"("categoryId", "publishedAt" DESC, "id" DESC) WHERE "liveRevisionId" IS NOT NULL;
CREATE INDEX "Article_live_cell_idx" ON "Article"("cellId", "publishedAt" DESC, "id" DESC) WHERE "liveRevisionId" IS NOT NULL;

-- Words as search compares them: NFC, lower case, nothing but letters and figures (28-KH/TU is three words).
-- By ICU's rules, because the database's locale may be C, where no letter beyond ASCII is one. Looking whether a text is
-- NFC already (what the site writes is) costs a tenth of making it so.
CREATE FUNCTION search_words(source TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(
  lower((CASE WHEN source IS NFC NORMALIZED THEN source ELSE normalize(source, NFC) END) COLLATE "und-x-icu"),
  '[^[:alnum:]]+', ' ', 'g');

CREATE FUNCTION search_folded(source TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN unaccent('unaccent'::regdictionary, search_words(source));

-- The editors' list: titles found blind to accents, and what a contributor began.
CREATE INDEX "Revision_title_idx" ON "Revision" USING GIN (to_tsvector('simple', search_folded("title")));
CREATE INDEX "Revision_begun_idx" ON "Revision"("authorId", "articleId") WHERE "number" = 1;

-- lib/server/migrate.ts takes UPDATE, DELETE and TRUNCATE away from the application's role on every table with this comment.
COMMENT ON TABLE "Revision" IS 'append-only';
COMMENT ON TABLE "Ballot" IS 'append-only';
COMMENT ON TABLE "AuditEvent" IS 'append-only';

-- A second bolt, against the owner's own slips.
CREATE FUNCTION reject_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only table %', TG_TABLE_NAME;
END;
$$;
CREATE TRIGGER "Ballot_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Ballot" FOR EACH STATEMENT EXECUTE FUNCTION reject_change();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION reject_change();

-- What search finds of an article: every word with its accents and without (A title, B summary, C body), and the day and
-- month of publication as words that nobody can type: by them search reads the newest articles first, however many there are.
CREATE FUNCTION search_vector(title TEXT, summary TEXT, body TEXT, published TIMESTAMPTZ) RETURNS TSVECTOR LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  a TEXT := search_words(title);
  b TEXT := search_words(summary);
  c TEXT := search_words(left(body, 100000));
BEGIN
  RETURN setweight(to_tsvector('simple', a) || to_tsvector('simple', unaccent('unaccent'::regdictionary, a)), 'A')
    || setweight(to_tsvector('simple', b) || to_tsvector('simple', unaccent('unaccent'::regdictionary, b)), 'B')
    || setweight(to_tsvector('simple', c) || to_tsvector('simple', unaccent('unaccent'::regdictionary, c)), 'C')
    || array_to_tsvector(ARRAY[to_char(published AT TIME ZONE 'UTC', '@YYYYMMDD'), to_char(published AT TIME ZONE 'UTC', '@YYYYMM')]);
END;
$$;

-- Whoever moves the live pointer moves the index with it.
CREATE FUNCTION index_article() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."liveRevisionId" IS NULL THEN
    NEW.search := NULL;
  ELSE
    SELECT search_vector(title, summary, "bodyText", NEW."publishedAt") INTO NEW.search FROM "Revision" WHERE id = NEW."liveRevisionId";
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "Article_search" BEFORE INSERT OR UPDATE OF "liveRevisionId", "publishedAt" ON "Article" FOR EACH ROW EXECUTE FUNCTION index_article();

-- The newest published hits. The planner does not know what unpacking a tsvector costs and would rather read the table or
-- walk the articles by date: in here only the search index is left to it.
CREATE FUNCTION search_newest(wanted TSQUERY, most INT) RETURNS TABLE (id INT) LANGUAGE sql STABLE ROWS 100
SET enable_seqscan = off SET enable_indexscan = off AS $$
  WITH hits AS MATERIALIZED (
    SELECT a.id, a."publishedAt" FROM "Article" a WHERE a.search @@ wanted AND a."liveRevisionId" IS NOT NULL AND a."publishedAt" <= now()
  )
  SELECT hits.id FROM hits ORDER BY hits."publishedAt" DESC, hits.id DESC LIMIT most;
$$;
