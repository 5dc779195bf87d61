import { type Actor, userIdOf } from "#lib/actor.ts";
import { announceStep } from "#lib/articles/announcing.ts";
import { canMove } from "#lib/articles/policy.ts";
import { type Move, reasonsNotToMove, stageAfter } from "#lib/articles/workflow.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { db, type Transaction } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import type { Prisma } from "#prisma/client/client.ts";
import type { MilestoneKind } from "#prisma/client/enums.ts";

const subjectOf = (articleId: number) => `article:${articleId}`;

const movedMeanwhile = () =>
  new AppError(
    "conflict",
    "Trong lúc bạn sửa, bài này đã được lưu hoặc chuyển bước từ nơi khác. Chữ bạn vừa gõ vẫn còn ở đây: hãy xem bài nay ra sao rồi bấm lần nữa.",
  );

export type ReadArticle = Awaited<ReturnType<typeof readArticle>>;

/** An article as its mutations see it. */
export async function readArticle(id: number) {
  const article = await db.article.findUnique({
    where: { id },
    include: { headRevision: true, revisions: { select: { number: true, authorId: true } } },
  });
  if (!article?.headRevision) throw new AppError("not-found", "Không có bài này. Có thể bạn mở một đường dẫn cũ.");
  const { headRevision: head, ...row } = article;
  return {
    ...row,
    head,
    headRevisionId: head.id,
    beganBy: row.beganById,
    isLive: row.liveRevisionId !== null,
    wasLive: row.publishedAt !== null,
    isApprovalOwed: row.approvalOwedSince !== null,
  };
}

export function refuse(reasons: string[]) {
  if (reasons.length > 0) throw new AppError("conflict", reasons.join(" "));
}

export function refuseOldVersion(article: ReadArticle, version: number | undefined) {
  if (version !== undefined && version !== article.version) throw movedMeanwhile();
}

/** The article, when this actor may move it from where it stands, seen at this version. */
export async function readMovable(
  actor: Actor,
  move: Move,
  input: { articleId: number; version?: number | undefined },
) {
  const article = await readArticle(input.articleId);
  authorize(canMove(actor, move, article));
  refuseOldVersion(article, input.version);
  refuse(reasonsNotToMove(move, article));
  return article;
}

/** Changes an article's row for whoever saw this version; everyone later has lost. Returns the version that then holds. */
export async function moveOn(
  tx: Transaction,
  move: Move,
  article: ReadArticle,
  data: Prisma.ArticleUncheckedUpdateManyInput = {},
) {
  const { count } = await tx.article.updateMany({
    where: { id: article.id, version: article.version },
    data: {
      stage: stageAfter(move, article.stage),
      ...data,
      version: { increment: 1 },
      updatedAt: new Date(),
    },
  });
  if (count === 0) throw movedMeanwhile();
  return article.version + 1;
}

export type Step = {
  kind: MilestoneKind;
  revisionId?: number;
  note?: string | null | undefined;
  detail?: Prisma.InputJsonObject;
};

/** Keeps steps for the article's own history and for the audit: every move between people is known here and nowhere else. */
export async function recordSteps(tx: Transaction, actor: Actor, article: ReadArticle, ...steps: Step[]) {
  const userId = userIdOf(actor);
  await tx.milestone.createMany({
    data: steps.map(({ kind, revisionId = article.head.id, note }) => {
      return { articleId: article.id, revisionId, kind, userId, note: note || null };
    }),
  });
  await recordAudit(
    tx,
    ...steps.map(({ kind, note, detail }) =>
      eventOf(actor, article.id, AUDITED[kind], { ...detail, ...(note && { note }) }),
    ),
  );
  for (const { kind, note } of steps) {
    if (kind === "withdrawn" || kind === "archived") await endPreviewLinks(tx, article.id);
    await announceStep(tx, actor, article, kind, note);
  }
}

/** Every link to an unpublished text of this article ends at once. */
export const endPreviewLinks = (tx: Transaction, articleId: number) =>
  tx.previewLink.updateMany({
    where: { articleId, revokedAt: null, expiresAt: { gt: new Date() } },
    data: { revokedAt: new Date() },
  });

type Detail = Prisma.InputJsonObject;

export const auditArticle = (tx: Transaction, actor: Actor, articleId: number, action: string, detail?: Detail) =>
  recordAudit(tx, eventOf(actor, articleId, action, detail));

const eventOf = (actor: Actor, articleId: number, action: string, detail?: Detail) => {
  return { actor, action: `article.${action}`, subject: subjectOf(articleId), ...(detail && { detail }) };
};

const AUDITED: Record<MilestoneKind, string> = {
  submitted: "submit",
  returned: "return",
  scheduled: "schedule",
  unscheduled: "unschedule",
  published: "publish",
  approved: "approve",
  withdrawn: "take-down",
  archived: "archive",
  unarchived: "unarchive",
  restored: "restore",
};
