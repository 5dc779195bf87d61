-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('draft', 'submitted', 'returned', 'archived');

-- CreateEnum
CREATE TYPE "WithdrawReason" AS ENUM ('mistake', 'superseded', 'expired');

-- CreateEnum
CREATE TYPE "MilestoneKind" AS ENUM ('submitted', 'returned', 'published', 'approved', 'withdrawn', 'archived', 'unarchived');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "approvalOwedSince" TIMESTAMPTZ(3),
ADD COLUMN     "stage" "Stage" NOT NULL DEFAULT 'draft',
ADD COLUMN     "withdrawNote" TEXT,
ADD COLUMN     "withdrawReason" "WithdrawReason",
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "revisionId" INTEGER NOT NULL,
    "kind" "MilestoneKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" INTEGER,
    "note" TEXT,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Milestone_articleId_id_idx" ON "Milestone"("articleId", "id");

-- CreateIndex
CREATE INDEX "Milestone_revisionId_idx" ON "Milestone"("revisionId");

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Article" ADD CONSTRAINT "Article_archived_is_not_live" CHECK ("stage" <> 'archived' OR "liveRevisionId" IS NULL);
ALTER TABLE "Article" ADD CONSTRAINT "Article_approval_owed_while_live" CHECK ("approvalOwedSince" IS NULL OR "liveRevisionId" IS NOT NULL);
ALTER TABLE "Article" ADD CONSTRAINT "Article_withdrawn_whole" CHECK (("withdrawnAt" IS NULL) = ("withdrawReason" IS NULL));
ALTER TABLE "Article" ADD CONSTRAINT "Article_withdrawn_is_not_live" CHECK ("withdrawnAt" IS NULL OR "liveRevisionId" IS NULL);

-- What is under way is little beside what is done: the editors' lists read it by indexes of its own.
CREATE INDEX "Article_stage_idx" ON "Article"("stage", "updatedAt" DESC, "id" DESC) WHERE "stage" <> 'draft';
CREATE INDEX "Article_changed_idx" ON "Article"("updatedAt" DESC, "id" DESC) WHERE "liveRevisionId" <> "headRevisionId";
CREATE INDEX "Article_unpublished_idx" ON "Article"("updatedAt" DESC, "id" DESC) WHERE "liveRevisionId" IS NULL;
CREATE INDEX "Article_owed_idx" ON "Article"("updatedAt" DESC, "id" DESC) WHERE "approvalOwedSince" IS NOT NULL;

COMMENT ON TABLE "Milestone" IS 'append-only';
