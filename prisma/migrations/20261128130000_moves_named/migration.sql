-- Which articles alone moved is told with the version itself (lib/content-move.ts): nobody asks the database for it any more.
ALTER TABLE "ContentVersion" DROP COLUMN "frame";
