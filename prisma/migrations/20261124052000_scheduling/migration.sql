-- AlterEnum
ALTER TYPE "Stage" ADD VALUE 'scheduled';

-- AlterEnum
ALTER TYPE "MilestoneKind" ADD VALUE 'scheduled';
ALTER TYPE "MilestoneKind" ADD VALUE 'unscheduled';

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "scheduledById" INTEGER,
ADD COLUMN     "scheduledFor" TIMESTAMPTZ(3),
ADD COLUMN     "scheduledNote" TEXT,
ADD COLUMN     "scheduledRevisionId" INTEGER,
ADD COLUMN     "unpublishAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "Article_scheduledRevisionId_key" ON "Article"("scheduledRevisionId");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_scheduledRevisionId_fkey" FOREIGN KEY ("scheduledRevisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_scheduledById_fkey" FOREIGN KEY ("scheduledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema cannot say. As text, because a new value cannot be used in the transaction that adds it.
ALTER TABLE "Article" ADD CONSTRAINT "Article_scheduled_whole" CHECK (
  ("stage"::text = 'scheduled') = ("scheduledFor" IS NOT NULL) AND ("stage"::text = 'scheduled') = ("scheduledRevisionId" IS NOT NULL)
);
CREATE INDEX "Article_due_idx" ON "Article"("scheduledFor") WHERE "scheduledFor" IS NOT NULL;
CREATE INDEX "Article_ending_idx" ON "Article"("unpublishAt") WHERE "unpublishAt" IS NOT NULL;
