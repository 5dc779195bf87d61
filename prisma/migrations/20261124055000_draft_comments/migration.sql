-- CreateTable
CREATE TABLE "DraftComment" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftCommentResolution" (
    "commentId" INTEGER NOT NULL,
    "userId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftCommentResolution_pkey" PRIMARY KEY ("commentId")
);

-- CreateIndex
CREATE INDEX "DraftComment_articleId_id_idx" ON "DraftComment"("articleId", "id");

-- AddForeignKey
ALTER TABLE "DraftComment" ADD CONSTRAINT "DraftComment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftComment" ADD CONSTRAINT "DraftComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftCommentResolution" ADD CONSTRAINT "DraftCommentResolution_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "DraftComment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftCommentResolution" ADD CONSTRAINT "DraftCommentResolution_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said stays said.
COMMENT ON TABLE "DraftComment" IS 'append-only';
COMMENT ON TABLE "DraftCommentResolution" IS 'append-only';
