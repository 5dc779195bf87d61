import type { UserActor } from "#lib/actor.ts";
import { canEditAnyArticle, canMove, canPublishArticles } from "#lib/articles/policy.ts";
import { closedMoves, movesAfterSaving, reasonsNotToApprove, stateOf } from "#lib/articles/workflow.ts";
import { db } from "#lib/db.ts";
import type { Prisma } from "#prisma/client/client.ts";

const A_MINUTE = 60_000;

/** One article with what its editor needs, or null when there is none or it is not for this actor. */
export async function getArticleForEditing(actor: UserActor, id: number) {
  const article = await db.article.findFirst({
    where: { id, ...(canEditAnyArticle(actor) ? {} : { beganById: actor.id }) },
    select: editable,
  });
  if (!article?.headRevision) return null;
  const { headRevision: head, liveRevision: live, beganById: beganBy, milestones, ...row } = article;
  const all = await db.revision.findMany({ where: { articleId: id }, select: { number: true, authorId: true } });
  const standing = { ...row, headRevisionId: head.id, liveRevisionId: live?.id ?? null, ...datesOf(row) };
  const owned = { beganBy, isLive: live !== null };
  const written = { approvedNumber: row.approvedNumber, revisions: all };
  const approves = ({ number }: { number: number }) => reasonsNotToApprove(actor.id, number, written).length === 0;
  const moves = movesAfterSaving(standing).filter((move) => canMove(actor, move, owned));
  return {
    ...{ ...row, head, live, state: stateOf(standing) },
    canEdit: moves.includes("save"),
    canPublish: canPublishArticles(actor),
    moves: live && !approves(live) ? moves.filter((move) => move !== "approve") : moves,
    /** What would be this actor's to do, were it not for where the article stands. */
    closed: closedMoves(standing).filter(({ move }) => canMove(actor, move, owned)),
    /** Whether publishing what stands there now would be its approval. */
    approves: live?.id !== head.id && approves(head),
    isOverdue: isLate(row.scheduledFor),
    isEndOverdue: live !== null && isLate(row.unpublishAt),
    returned: row.stage === "returned" ? milestones[0] : undefined,
  };
}

const isLate = (hour: Date | null) => hour !== null && hour.getTime() < Date.now() - A_MINUTE;

const datesOf = ({ publishedAt, approvalOwedSince }: { publishedAt: Date | null; approvalOwedSince: Date | null }) => ({
  wasLive: publishedAt !== null,
  isApprovalOwed: approvalOwedSince !== null,
});

/** The newest revision as the checklist reads it, of an article that its caller has just written. */
export async function getHeadText(id: number) {
  const article = await db.article.findUnique({
    where: { id },
    select: { headRevision: { select: { id: true, ...checked } } },
  });
  return article?.headRevision ?? null;
}

const checked = {
  title: true,
  summary: true,
  bodyHtml: true,
  bodyText: true,
  dateline: true,
} satisfies Prisma.RevisionSelect;

const editable = {
  id: true,
  slug: true,
  version: true,
  beganById: true,
  publishedAt: true,
  stage: true,
  approvalOwedSince: true,
  approvedNumber: true,
  scheduledFor: true,
  unpublishAt: true,
  liveRevision: { select: { id: true, number: true } },
  headRevision: {
    select: {
      id: true,
      number: true,
      ...checked,
      categoryId: true,
      cellId: true,
    },
  },
  revisions: {
    orderBy: { number: "desc" },
    take: 20,
    select: { id: true, number: true, createdAt: true, author: { select: { name: true } } },
  },
  milestones: {
    where: { kind: "returned" },
    orderBy: { id: "desc" },
    take: 1,
    select: { at: true, note: true, user: { select: { name: true } } },
  },
} satisfies Prisma.ArticleSelect;
