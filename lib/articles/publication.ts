import { type Actor, userIdOf } from "#lib/actor.ts";
import { articlePath, redirectTo } from "#lib/articles/addresses.ts";
import { goDark, goLive, reasonsAgainst } from "#lib/articles/going-live.ts";
import { moveOn, type ReadArticle, readMovable, recordStep, refuse } from "#lib/articles/moving.ts";
import { refuseUnready } from "#lib/articles/readiness.ts";
import { moveInput, publishArticleInput, takeDownArticleInput } from "#lib/articles/schema.ts";
import { reasonsNotToApprove } from "#lib/articles/workflow.ts";
import { publishing } from "#lib/content-version.ts";
import { db, type Transaction } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";

/** Makes the newest revision what readers see. Whoever wrote of it must say that approval comes later; it then stays owed. */
export async function publishArticle(actor: Actor, input: unknown) {
  const { approval, changeNote, override, ...wanted } = publishArticleInput.parse(input);
  const article = await readMovable(actor, "publish", wanted);
  const { head } = article;
  const at = new Date();
  refuse([
    ...reasonsAgainst(head, at),
    ...(approval === "later" ? [] : reasonsNotToApprove(userIdOf(actor), head.number, article)),
  ]);
  const overridden = await refuseUnready(actor, head, override);

  const publication = { revision: head, at, byId: userIdOf(actor), changeNote, overridden };
  const stays = article.isLive && head.categoryId === article.categoryId && head.cellId === article.cellId;
  return publishing((tx) => goLive(tx, actor, article, publication), { reach: stays ? "an article" : "anything" });
}

/** Gives the approval that its writers could not give. */
export async function approveArticle(actor: Actor, input: unknown) {
  const article = await readMovable(actor, "approve", moveInput.parse(input));
  const live = await db.revision.findUniqueOrThrow({ where: { id: article.liveRevisionId ?? 0 } });
  refuse(reasonsNotToApprove(userIdOf(actor), live.number, article));

  return db.$transaction(async (tx) => {
    const version = await moveOn(tx, "approve", article, {
      approvalOwedSince: null,
      approvedNumber: Math.max(live.number, article.approvedNumber),
    });
    await recordStep(tx, actor, article, "approved", { revisionId: live.id });
    return { id: article.id, version };
  });
}

/** Takes an article from the readers at once. A notice stays at its address, or a redirect to the article in its place. */
export async function takeDownArticle(actor: Actor, input: unknown) {
  const { reason, notice, target, ...wanted } = takeDownArticleInput.parse(input);
  const article = await readMovable(actor, "takeDown", wanted);

  return publishing(async (tx) => {
    if (target) await lockBoth(tx, article, target);
    const taken = await goDark(tx, actor, article, { reason, notice, target });
    if (target) await sendReadersTo(tx, article, target);
    return taken;
  });
}

/** Two articles taken down at once, each in favour of the other, would send readers in a circle: one waits, and then sees. */
const lockBoth = (tx: Transaction, { id }: ReadArticle, target: string) =>
  tx.$executeRaw`SELECT FROM "Article" WHERE id = ${id} OR slug = ${target} ORDER BY id FOR UPDATE`;

/** Only to another article that readers see: a redirect to itself, or to one that leads back, would never end. */
async function sendReadersTo(tx: Transaction, { id, slug }: ReadArticle, target: string) {
  const found = await tx.article.findFirst({
    where: { slug: target, id: { not: id }, liveRevisionId: { not: null }, publishedAt: { lte: new Date() } },
    select: { id: true },
  });
  if (!found)
    throw new AppError("invalid", "Địa chỉ này không có bài khác đang đăng. Hãy chép lại địa chỉ của bài.", "target");
  await redirectTo(tx, slug, articlePath(target));
}
