-- Whether a working copy says something else than the revision that it was opened from: only such a one is offered again
-- and counts as being at it.
ALTER TABLE "WorkingCopy" ADD COLUMN "differs" BOOLEAN NOT NULL DEFAULT true;
