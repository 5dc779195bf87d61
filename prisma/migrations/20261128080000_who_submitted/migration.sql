-- What waits for whoever handed it in is on everybody's first page: found without reading every step of every article.
CREATE INDEX "Milestone_submitted_idx" ON "Milestone"("userId", "articleId") WHERE kind = 'submitted';
