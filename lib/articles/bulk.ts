import type { UserActor } from "#lib/actor.ts";
import { type BulkMove, bulkInput, moveToCategoryInput } from "#lib/articles/bulk-schema.ts";
import { moveToCategory } from "#lib/articles/mutations.ts";
import { canEditAnyArticle, canWriteArticles } from "#lib/articles/policy.ts";
import { approveArticle, publishArticles } from "#lib/articles/publication.ts";
import { archiveArticle, submitArticle, unarchiveArticle } from "#lib/articles/review.ts";
import { db } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { takeTurns } from "#lib/turns.ts";

type One = { articleId: number; version: number; categoryId: unknown };
type Verb = (actor: UserActor, articles: One[]) => Promise<PromiseSettledResult<unknown>[]>;

const VERBS: Record<BulkMove, Verb> = {
  submit: eachAlone(submitArticle),
  publish: publishArticles,
  approve: eachAlone(approveArticle),
  archive: eachAlone(archiveArticle),
  unarchive: eachAlone(unarchiveArticle),
  categorise: eachAlone(moveToCategory),
};

const SEEN_OTHERWISE = "Bài vừa được lưu hoặc chuyển bước từ nơi khác. Hãy mở bài xem lại.";
const BROKEN = "Chương trình có lỗi nên bài này vẫn như cũ. Hãy báo người quản trị.";

/** So many articles share what costs the same for one. */
const BATCH = 5;
/** While one batch waits for the database, others go on; not more, because other people wait for connections too. */
const AT_ONCE = 4;

/**
 * One move for many articles, each decided for itself. Nothing is all or nothing here, so the answer says of every article
 * that stayed as it was why.
 */
export async function moveArticles(actor: UserActor, input: unknown) {
  const { move, chosen, categoryId } = bulkInput.parse(input);
  authorize(canWriteArticles(actor));
  if (move === "categorise") moveToCategoryInput.parse({ categoryId });
  const known = await readChosen(
    actor,
    chosen.map(({ id }) => id),
  );
  const fresh = chosen.filter(({ id, version }) => !isSeenOtherwise(known.get(id), version));

  const inTurn = takeTurns(AT_ONCE);
  const moveBatch = (batch: typeof chosen) => {
    const articles = batch.map(({ id, version }) => ({ articleId: id, version, categoryId }));
    return inTurn(() => attempt(VERBS[move], actor, articles));
  };
  const sentences = (await Promise.all(inBatches(fresh).map(moveBatch))).flat();
  const said = new Map(fresh.map((one, at) => [one, sentences[at]]));

  const refused = chosen.flatMap((one) => {
    const sentence = said.has(one) ? said.get(one) : SEEN_OTHERWISE;
    return sentence ? [{ title: known.get(one.id)?.title ?? `Bài số ${one.id}`, sentence }] : [];
  });
  return { move, done: chosen.length - refused.length, refused };
}

const isSeenOtherwise = (article: { version: number } | undefined, version: number) =>
  article !== undefined && article.version !== version;

const inBatches = <T>(items: T[]) =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) => items.slice(at * BATCH, (at + 1) * BATCH));

/** A verb for one article, for several. */
function eachAlone(verb: (actor: UserActor, article: One) => Promise<unknown>): Verb {
  return async (actor, articles) => {
    const outcomes = [];
    for (const article of articles) outcomes.push(...(await Promise.allSettled([verb(actor, article)])));
    return outcomes;
  };
}

/** Of each article why it was not moved, or undefined when it was. What breaks a batch is met again by one of it alone. */
async function attempt(verb: Verb, actor: UserActor, articles: One[]): Promise<(string | undefined)[]> {
  try {
    return (await verb(actor, articles)).map((outcome) =>
      outcome.status === "rejected" ? sentenceOf(outcome.reason) : undefined,
    );
  } catch (error) {
    if (articles.length === 1) return [sentenceOf(error)];
    const alone = [];
    for (const article of articles) alone.push(...(await attempt(verb, actor, [article])));
    return alone;
  }
}

/** A bug is logged and told like the rest: the articles before it are moved already. */
function sentenceOf(error: unknown) {
  if (error instanceof AppError) return error.message;
  log.error({ err: error }, "one of many articles could not be moved");
  return BROKEN;
}

/** Titles for the answer, of articles that this person may know of. */
async function readChosen(actor: UserActor, ids: number[]) {
  const rows = await db.article.findMany({
    where: { id: { in: ids }, ...(canEditAnyArticle(actor) ? {} : { beganById: actor.id }) },
    select: { id: true, version: true, headRevision: { select: { title: true } } },
  });
  return new Map(rows.map(({ id, version, headRevision }) => [id, { version, title: headRevision?.title ?? "" }]));
}
