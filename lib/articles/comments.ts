import type { UserActor } from "#lib/actor.ts";
import { commentInput, resolveCommentInput } from "#lib/articles/comment-schema.ts";
import { canReadDraft } from "#lib/articles/policy.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { db } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";

/** What was said about an article, oldest first; nothing when it is not for this actor. */
export async function listComments(actor: UserActor, articleId: number) {
  if (!(await mayRead(actor, articleId))) return [];
  const comments = await db.draftComment.findMany({
    where: { articleId },
    orderBy: { id: "asc" },
    include: { author: { select: { name: true } }, resolution: { include: { user: { select: { name: true } } } } },
  });
  return comments.map(({ id, text, createdAt, author, resolution }) => ({
    id,
    text,
    createdAt,
    author: author.name,
    resolved: resolution && { by: resolution.user.name, at: resolution.at },
  }));
}

/** How many comments of each article wait for somebody; articles without any are left out. */
export async function countOpenComments(articleIds: number[]) {
  const counts = await db.draftComment.groupBy({
    by: ["articleId"],
    where: { articleId: { in: articleIds }, resolution: null },
    _count: { id: true },
  });
  return new Map(counts.map(({ articleId, _count }) => [articleId, _count.id]));
}

/** Whoever may see a draft may say something about it. Nobody takes it back. */
export async function writeComment(actor: UserActor, input: unknown) {
  const { articleId, comment: text } = commentInput.parse(input);
  authorize(await mayRead(actor, articleId));

  return db.$transaction(async (tx) => {
    const { id } = await tx.draftComment.create({
      data: { articleId, authorId: actor.id, text },
      select: { id: true },
    });
    await recordAudit(tx, { actor, action: "article.comment", subject: `article:${articleId}`, detail: { id } });
    return { id };
  });
}

/** Marks what a comment asks for as done; doing it twice is doing it once. */
export async function resolveComment(actor: UserActor, input: unknown) {
  const { commentId } = resolveCommentInput.parse(input);
  const comment = await db.draftComment.findUnique({ where: { id: commentId }, select: { articleId: true } });
  if (!comment) throw new AppError("not-found", "Không có góp ý này.");
  const { articleId } = comment;
  authorize(await mayRead(actor, articleId));

  return db.$transaction(async (tx) => {
    const { count } = await tx.draftCommentResolution.createMany({
      data: [{ commentId, userId: actor.id }],
      skipDuplicates: true,
    });
    if (count > 0)
      await recordAudit(tx, {
        actor,
        action: "article.resolve-comment",
        subject: `article:${articleId}`,
        detail: { id: commentId },
      });
    return { id: commentId, articleId };
  });
}

async function mayRead(actor: UserActor, articleId: number) {
  const article = await db.article.findUnique({ where: { id: articleId }, select: { beganById: true } });
  return article !== null && canReadDraft(actor, { beganBy: article.beganById });
}
