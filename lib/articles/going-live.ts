import type { Actor } from "#lib/actor.ts";
import { articlePath, freeAddress } from "#lib/articles/addresses.ts";
import { moveOn, type ReadArticle, recordSteps, type Step } from "#lib/articles/moving.ts";
import { isSealed } from "#lib/articles/seal.ts";
import { datelineMoment, reasonsNotToApprove, reasonsNotToShow } from "#lib/articles/workflow.ts";
import type { Transaction } from "#lib/db.ts";
import type { Prisma } from "#prisma/client/client.ts";
import type { WithdrawReason } from "#prisma/client/enums.ts";

type Revision = ReadArticle["head"];

const BROKEN_SEAL = "Bản này đã bị sửa ngoài chương trình. Hãy mở bài, xem lại rồi lưu lại.";

/** What a schedule leaves behind when it is over: nothing. */
export const NO_SCHEDULE = { scheduledFor: null, scheduledRevisionId: null, scheduledById: null, scheduledNote: null };
const NOT_WITHDRAWN = { withdrawnAt: null, withdrawReason: null, withdrawNote: null };

/** Everything that speaks against showing this revision to readers at that moment. */
export const reasonsAgainst = (revision: Revision, at: Date) => [
  ...reasonsNotToShow(revision, at),
  ...(isSealed(revision) ? [] : [BROKEN_SEAL]),
];

type Publication = {
  revision: Revision;
  at: Date;
  /** Who answers for it: the one who pressed the button or set the hour; null is the program. */
  byId: number | null;
  changeNote: string | null;
  overridden?: Prisma.InputJsonObject;
};

/** What it means that this person says yes to a revision: its approval, or that one is owed. The program approves nothing, and owes nothing. */
export function approvalBy(byId: number | null, { id, number }: Revision, article: ReadArticle) {
  const isGiven = reasonsNotToApprove(byId, number, article).length === 0;
  const approvedNumber = isGiven ? Math.max(number, article.approvedNumber) : article.approvedNumber;
  const isNews = byId !== null && approvedNumber > article.approvedNumber;
  /** For the history: who approved, when nobody had. */
  const steps: Step[] = isNews ? [{ kind: "approved", revisionId: id, detail: { number } }] : [];
  return { isOwed: !isGiven, approvedNumber, steps };
}

/** Moves the pointer. A note is for readers who saw the article before: they are told, and it moves up in the lists. */
export async function goLive(tx: Transaction, actor: Actor, article: ReadArticle, publication: Publication) {
  const { revision, at, byId, changeNote, overridden } = publication;
  const told = article.wasLive ? changeNote : null;
  const { isOwed, approvedNumber, steps } = approvalBy(byId, revision, article);
  const version = await moveOn(tx, "publish", article, {
    ...NO_SCHEDULE,
    ...NOT_WITHDRAWN,
    liveRevisionId: revision.id,
    categoryId: revision.categoryId,
    cellId: revision.cellId,
    publishedAt: datelineMoment(revision.dateline) ?? article.publishedAt ?? at,
    approvalOwedSince: isOwed ? (article.approvalOwedSince ?? at) : null,
    approvedNumber,
    unpublishAt: article.unpublishAt && article.unpublishAt > at ? article.unpublishAt : null,
    ...(told && { changedAt: at }),
  });
  await freeAddress(tx, article.slug);
  if (told) await tx.changeNote.create({ data: { articleId: article.id, revisionId: revision.id, at, text: told } });
  const detail = { number: revision.number, ...(isOwed && { approval: "later" }), ...overridden };
  const published: Step = { kind: "published", revisionId: revision.id, note: told, detail };
  await recordSteps(tx, actor, article, ...steps, published);
  return { id: article.id, slug: article.slug, path: articlePath(article.slug), version, isOwed };
}

type Withdrawal = { reason: WithdrawReason; notice: string | null; target?: string | null };

/** Takes the pointer away; a schedule of what was to follow goes with it. */
export async function goDark(tx: Transaction, actor: Actor, article: ReadArticle, withdrawal: Withdrawal) {
  const { reason, notice, target } = withdrawal;
  const version = await moveOn(tx, "takeDown", article, {
    ...(article.stage === "scheduled" && { stage: "draft", ...NO_SCHEDULE }),
    liveRevisionId: null,
    approvalOwedSince: null,
    unpublishAt: null,
    withdrawnAt: new Date(),
    withdrawReason: reason,
    withdrawNote: notice,
  });
  await recordSteps(tx, actor, article, {
    kind: "withdrawn",
    note: notice,
    detail: { reason, ...(target && { target }) },
  });
  return { id: article.id, version };
}
