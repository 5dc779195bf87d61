-- CreateEnum
CREATE TYPE "PollKind" AS ENUM ('open', 'cells');

-- CreateEnum
CREATE TYPE "PollResults" AS ENUM ('always', 'after_vote', 'after_close');

-- CreateEnum
CREATE TYPE "PollPlacement" AS ENUM ('everywhere', 'chosen');

-- CreateEnum
CREATE TYPE "CodeStatus" AS ENUM ('unused', 'used', 'void');

-- CreateEnum
CREATE TYPE "CommentStatus" AS ENUM ('pending', 'shown', 'hidden');

-- DropIndex
DROP INDEX "Ballot_pollId_optionId_idx";

-- AlterTable
ALTER TABLE "Ballot" ADD COLUMN     "cellId" INTEGER,
ADD COLUMN     "further" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ALTER COLUMN "challengeId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Poll" ADD COLUMN     "articleIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "categoryIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "commentsAllowed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" "PollKind" NOT NULL DEFAULT 'open',
ADD COLUMN     "maxChoices" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "placement" "PollPlacement" NOT NULL DEFAULT 'everywhere',
ADD COLUMN     "predecessorId" INTEGER,
ADD COLUMN     "results" "PollResults" NOT NULL DEFAULT 'always';

-- CreateTable
CREATE TABLE "VoteCode" (
    "digest" TEXT NOT NULL,
    "pollId" INTEGER NOT NULL,
    "cellId" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "status" "CodeStatus" NOT NULL DEFAULT 'unused',
    "replaces" INTEGER,

    CONSTRAINT "VoteCode_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "Seal" (
    "id" SERIAL NOT NULL,
    "pollId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ballots" INTEGER NOT NULL,
    "upTo" BIGINT,
    "root" TEXT NOT NULL,
    "previousRoot" TEXT,
    "closing" BOOLEAN NOT NULL DEFAULT false,
    "protocol" JSONB,

    CONSTRAINT "Seal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PollEvent" (
    "id" SERIAL NOT NULL,
    "pollId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "PollEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetAside" (
    "id" SERIAL NOT NULL,
    "pollId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "SetAside_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetAsideBallot" (
    "ballotId" BIGINT NOT NULL,
    "setAsideId" INTEGER NOT NULL,

    CONSTRAINT "SetAsideBallot_pkey" PRIMARY KEY ("ballotId")
);

-- CreateTable
CREATE TABLE "PollComment" (
    "id" TEXT NOT NULL,
    "pollId" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "status" "CommentStatus" NOT NULL DEFAULT 'pending',

    CONSTRAINT "PollComment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "VoteCode_pollId_cellId_serial_key" ON "VoteCode"("pollId", "cellId", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "Seal_pollId_number_key" ON "Seal"("pollId", "number");

-- CreateIndex
CREATE INDEX "PollEvent_pollId_id_idx" ON "PollEvent"("pollId", "id");

-- CreateIndex
CREATE INDEX "SetAside_pollId_idx" ON "SetAside"("pollId");

-- CreateIndex
CREATE INDEX "SetAsideBallot_setAsideId_idx" ON "SetAsideBallot"("setAsideId");

-- CreateIndex
CREATE INDEX "PollComment_pollId_status_idx" ON "PollComment"("pollId", "status");

-- CreateIndex
CREATE INDEX "Ballot_pollId_optionId_further_idx" ON "Ballot"("pollId", "optionId", "further");

-- CreateIndex
CREATE INDEX "Ballot_pollId_id_idx" ON "Ballot"("pollId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Poll_predecessorId_key" ON "Poll"("predecessorId");

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_predecessorId_fkey" FOREIGN KEY ("predecessorId") REFERENCES "Poll"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteCode" ADD CONSTRAINT "VoteCode_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteCode" ADD CONSTRAINT "VoteCode_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seal" ADD CONSTRAINT "Seal_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollEvent" ADD CONSTRAINT "PollEvent_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetAside" ADD CONSTRAINT "SetAside_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetAsideBallot" ADD CONSTRAINT "SetAsideBallot_ballotId_fkey" FOREIGN KEY ("ballotId") REFERENCES "Ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetAsideBallot" ADD CONSTRAINT "SetAsideBallot_setAsideId_fkey" FOREIGN KEY ("setAsideId") REFERENCES "SetAside"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollComment" ADD CONSTRAINT "PollComment_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Ballot" ALTER COLUMN "further" SET NOT NULL,
  ADD CONSTRAINT "Ballot_challenge_or_cell" CHECK (("challengeId" IS NULL) <> ("cellId" IS NULL));
ALTER TABLE "Poll" ALTER COLUMN "categoryIds" SET NOT NULL, ALTER COLUMN "articleIds" SET NOT NULL,
  ADD CONSTRAINT "Poll_some_choice" CHECK ("maxChoices" >= 1),
  ADD CONSTRAINT "Poll_cells_result_after_close" CHECK ("kind" = 'open' OR "results" = 'after_close');
ALTER TABLE "VoteCode" ADD CONSTRAINT "VoteCode_serial_positive" CHECK ("serial" >= 1);
CREATE UNIQUE INDEX "Seal_one_closing" ON "Seal"("pollId") WHERE "closing";

COMMENT ON TABLE "Seal" IS 'append-only';
COMMENT ON TABLE "PollEvent" IS 'append-only';
COMMENT ON TABLE "SetAside" IS 'append-only';
COMMENT ON TABLE "SetAsideBallot" IS 'append-only';
CREATE TRIGGER "Seal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Seal" FOR EACH STATEMENT EXECUTE FUNCTION reject_change();
CREATE TRIGGER "PollEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "PollEvent" FOR EACH STATEMENT EXECUTE FUNCTION reject_change();
CREATE TRIGGER "SetAside_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "SetAside" FOR EACH STATEMENT EXECUTE FUNCTION reject_change();
CREATE TRIGGER "SetAsideBallot_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "SetAsideBallot" FOR EACH STATEMENT EXECUTE FUNCTION reject_change();

-- The gate of a poll: voters pass it side by side, whoever seals, closes or edits waits until all who are inside are out.
-- What it says of the poll is read once inside, by the database's own clock.
CREATE FUNCTION enter_poll(wanted TEXT)
RETURNS TABLE ("pollId" INT, "kind" "PollKind", "maxChoices" INT, "open" BOOLEAN) LANGUAGE plpgsql VOLATILE ROWS 1 AS $$
DECLARE
  found_id INT;
BEGIN
  SELECT p.id INTO found_id FROM "Poll" p WHERE p.slug = wanted;
  IF found_id IS NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock_shared(5801, found_id);
  RETURN QUERY SELECT p.id, p."kind", p."maxChoices",
    p."opensAt" <= clock_timestamp() AND (p."closesAt" IS NULL OR clock_timestamp() < p."closesAt")
      AND NOT EXISTS (SELECT FROM "Seal" s WHERE s."pollId" = p.id AND s."closing")
    FROM "Poll" p WHERE p.id = found_id;
END;
$$;

CREATE FUNCTION shut_poll_gate(poll_id INT) RETURNS VOID LANGUAGE sql VOLATILE AS $$ SELECT pg_advisory_xact_lock(5801, poll_id) $$;

-- The first ballot freezes what was asked.
CREATE FUNCTION refuse_change_of_question() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM shut_poll_gate(OLD.id);
  IF (NEW.question, NEW.kind, NEW."maxChoices", NEW.slug) IS DISTINCT FROM (OLD.question, OLD.kind, OLD."maxChoices", OLD.slug)
    AND EXISTS (SELECT FROM "Ballot" WHERE "pollId" = OLD.id) THEN
    RAISE EXCEPTION 'poll % has ballots: its question is frozen', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW."opensAt", NEW."closesAt") IS DISTINCT FROM (OLD."opensAt", OLD."closesAt")
    AND EXISTS (SELECT FROM "Seal" WHERE "pollId" = OLD.id AND "closing") THEN
    RAISE EXCEPTION 'poll % is closed and sealed', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "Poll_frozen" BEFORE UPDATE ON "Poll" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_question();

CREATE FUNCTION refuse_change_of_option() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  poll_id INT := CASE WHEN TG_OP = 'DELETE' THEN OLD."pollId" ELSE NEW."pollId" END;
BEGIN
  PERFORM shut_poll_gate(poll_id);
  IF EXISTS (SELECT FROM "Ballot" WHERE "pollId" = poll_id) OR (TG_OP = 'UPDATE' AND OLD."pollId" <> NEW."pollId") THEN
    RAISE EXCEPTION 'poll % has ballots: its options are frozen', poll_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END;
$$;
CREATE TRIGGER "PollOption_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "PollOption" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_option();

-- A multiple choice: different options of this poll, ascending, no more than its maximum.
CREATE FUNCTION check_further_choices() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.further IS DISTINCT FROM (SELECT array_agg(o.id ORDER BY o.id) FROM "PollOption" o
      WHERE o."pollId" = NEW."pollId" AND o.id = ANY(NEW.further) AND o.id > NEW."optionId")
    OR cardinality(NEW.further) >= (SELECT "maxChoices" FROM "Poll" WHERE id = NEW."pollId") THEN
    RAISE EXCEPTION 'these options are no choice of poll %', NEW."pollId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "Ballot_further" BEFORE INSERT ON "Ballot" FOR EACH ROW WHEN (cardinality(NEW.further) > 0) EXECUTE FUNCTION check_further_choices();
