-- A slip that was marked off or voided stays so, and none disappears: otherwise it could vote twice, or a protocol could lie.
-- Marking off writes used ones anew as they are (`mark_slip_off`).
CREATE FUNCTION refuse_change_of_slip() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.status = 'unused' OR NEW.status = OLD.status)
    AND (NEW.digest, NEW."pollId", NEW."cellId", NEW.serial, NEW.replaces)
      IS NOT DISTINCT FROM (OLD.digest, OLD."pollId", OLD."cellId", OLD.serial, OLD.replaces) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'slip % of poll % stays as it is', OLD.serial, OLD."pollId" USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "VoteCode_stays" BEFORE UPDATE OR DELETE ON "VoteCode" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_slip();
