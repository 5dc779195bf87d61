import { type Actor, userIdOf } from "#lib/actor.ts";
import { articlePath, redirectTo } from "#lib/articles/addresses.ts";
import { goDark, goLive, reasonsAgainst } from "#lib/articles/going-live.ts";
import { moveOn, type ReadArticle, readMovable, recordSteps, refuse } from "#lib/articles/moving.ts";
import { refuseUnready } from "#lib/articles/readiness.ts";
import { moveInput, publishArticleInput, takeDownArticleInput } from "#lib/articles/schema.ts";
import { reasonsNotToApprove } from "#lib/articles/workflow.ts";
import { publishing } from "#lib/content-version.ts";
import { db, type Transaction } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";

/** Makes the newest revision what readers see. Whoever wrote of it must say that approval comes later; it then stays owed. */
export async function publishArticle(actor: Actor, input: unknown) {
  const prepared = await preparePublication(actor, input);
  const { article, publication } = prepared;
  return publishing((tx) => goLive(tx, actor, article, publication), { only: published([prepared]) });
}

/** Publishes several in one transaction, each decided for itself: readers, and others who publish, are held up only once. */
export async function publishArticles(actor: Actor, inputs: unknown[]) {
  const prepared = await Promise.allSettled(inputs.map((input) => preparePublication(actor, input)));
  const ready = prepared.flatMap((found) => (found.status === "fulfilled" ? [found.value] : []));
  if (ready.length === 0) return prepared;
  const lost = new Map<Prepared, AppError>();

  await publishing(
    async (tx) => {
      // In one order for everybody: of two who publish the same, neither waits for what the other has.
      for (const one of ready.toSorted((a, b) => a.article.id - b.article.id)) {
        const refusal = await goLive(tx, actor, one.article, one.publication).catch(expected);
        if (refusal instanceof AppError) lost.set(one, refusal);
      }
    },
    { only: published(ready) },
  );
  return prepared.map((found) => {
    const reason = found.status === "fulfilled" && lost.get(found.value);
    return reason ? { status: "rejected" as const, reason } : found;
  });
}

/** An article that moved meanwhile is refused before anything of it is written; whatever else goes wrong ends the transaction. */
function expected(error: unknown) {
  if (error instanceof AppError) return error;
  throw error;
}

type Prepared = Awaited<ReturnType<typeof preparePublication>>;

async function preparePublication(actor: Actor, input: unknown) {
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
  return { article, publication, stays };
}

/** What readers can notice of these, when none comes to a place where it was not. */
const published = (prepared: Prepared[]) =>
  prepared.every(({ stays }) => stays) ? prepared.map(({ article }) => article.id) : undefined;

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
    await recordSteps(tx, actor, article, { kind: "approved", revisionId: live.id });
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
