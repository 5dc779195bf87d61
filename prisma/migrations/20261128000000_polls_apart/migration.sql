-- Marks a slip off. All marks of its cell are written anew in a random order, one row after the other, so that neither the
-- age of a row nor its place leads from a slip to the ballot that is inserted with it. The caller holds the cell's lock.
CREATE FUNCTION mark_slip_off(wanted TEXT) RETURNS BOOLEAN LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  mark TEXT;
BEGIN
  FOR mark IN
    SELECT c.digest FROM "VoteCode" c JOIN "VoteCode" slip USING ("pollId", "cellId")
    WHERE slip.digest = wanted AND (c.digest = wanted OR c.status = 'used') ORDER BY random()
  LOOP
    UPDATE "VoteCode" SET status = 'used' WHERE digest = mark;
  END LOOP;
  RETURN true;
END;
$$;

-- What was sealed for good stays as it was asked, also where nobody voted.
CREATE OR REPLACE FUNCTION refuse_change_of_question() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  is_sealed BOOLEAN;
BEGIN
  PERFORM shut_poll_gate(OLD.id);
  is_sealed := EXISTS (SELECT FROM "Seal" WHERE "pollId" = OLD.id AND "closing");
  IF (NEW.question, NEW.kind, NEW."maxChoices", NEW.slug) IS DISTINCT FROM (OLD.question, OLD.kind, OLD."maxChoices", OLD.slug)
    AND (is_sealed OR EXISTS (SELECT FROM "Ballot" WHERE "pollId" = OLD.id)) THEN
    RAISE EXCEPTION 'poll % has ballots or is sealed: its question is frozen', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW."opensAt", NEW."closesAt") IS DISTINCT FROM (OLD."opensAt", OLD."closesAt") AND is_sealed THEN
    RAISE EXCEPTION 'poll % is closed and sealed', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;

CREATE OR REPLACE FUNCTION refuse_change_of_option() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  poll_id INT := CASE WHEN TG_OP = 'DELETE' THEN OLD."pollId" ELSE NEW."pollId" END;
BEGIN
  PERFORM shut_poll_gate(poll_id);
  IF EXISTS (SELECT FROM "Ballot" WHERE "pollId" = poll_id) OR EXISTS (SELECT FROM "Seal" WHERE "pollId" = poll_id AND "closing")
    OR (TG_OP = 'UPDATE' AND OLD."pollId" <> NEW."pollId") THEN
    RAISE EXCEPTION 'poll % has ballots or is sealed: its options are frozen', poll_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END;
$$;
