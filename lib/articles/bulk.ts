import type { UserActor } from "#lib/actor.ts";
import { type BulkMove, bulkInput, moveToCategoryInput } from "#lib/articles/bulk-schema.ts";
import { moveToCategory } from "#lib/articles/mutations.ts";
import { canEditAnyArticle, canWriteArticles } from "#lib/articles/policy.ts";
import { approveArticle, publishArticle } from "#lib/articles/publication.ts";
import { archiveArticle, submitArticle, unarchiveArticle } from "#lib/articles/review.ts";
import { db } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { takeTurns } from "#lib/turns.ts";

type One = { articleId: number; version: number; categoryId: unknown };

const VERBS: Record<BulkMove, (actor: UserActor, input: One) => Promise<unknown>> = {
  submit: submitArticle,
  publish: publishArticle,
  approve: approveArticle,
  archive: archiveArticle,
  unarchive: unarchiveArticle,
  categorise: moveToCategory,
};

const SEEN_OTHERWISE = "Bài vừa được lưu hoặc chuyển bước từ nơi khác. Hãy mở bài xem lại.";
const BROKEN = "Chương trình có lỗi nên bài này vẫn như cũ. Hãy báo người quản trị.";

/**
 * One move for many articles: each by its own verb, in a transaction of its own. Nothing is all or nothing here, so the
 * answer says of every article that stayed as it was why.
 */
export async function moveArticles(actor: UserActor, input: unknown) {
  const { move, chosen, categoryId } = bulkInput.parse(input);
  authorize(canWriteArticles(actor));
  if (move === "categorise") moveToCategoryInput.parse({ categoryId });
  const known = await readChosen(
    actor,
    chosen.map(({ id }) => id),
  );

  const inTurn = takeTurns(AT_ONCE);
  const sentences = await Promise.all(
    chosen.map(({ id, version }) =>
      isSeenOtherwise(known.get(id), version)
        ? SEEN_OTHERWISE
        : inTurn(() => attempt(() => VERBS[move](actor, { articleId: id, version, categoryId }))),
    ),
  );
  const refused = chosen.flatMap(({ id }, at) => {
    const sentence = sentences[at];
    return sentence ? [{ title: known.get(id)?.title ?? `Bài số ${id}`, sentence }] : [];
  });
  return { move, done: chosen.length - refused.length, refused };
}

const isSeenOtherwise = (article: { version: number } | undefined, version: number) =>
  article !== undefined && article.version !== version;

/** While one transaction waits for the database, others go on; most of the connections are left to other people. */
const AT_ONCE = 4;

/** Why it was not done, or undefined when it was. A bug is logged and told like the rest: the articles before it are moved already. */
async function attempt(work: () => Promise<unknown>) {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    log.error({ err: error }, "one of many articles could not be moved");
    return BROKEN;
  }
}

/** Titles for the answer, of articles that this person may know of. */
async function readChosen(actor: UserActor, ids: number[]) {
  const rows = await db.article.findMany({
    where: { id: { in: ids }, ...(canEditAnyArticle(actor) ? {} : { beganById: actor.id }) },
    select: { id: true, version: true, headRevision: { select: { title: true } } },
  });
  return new Map(rows.map(({ id, version, headRevision }) => [id, { version, title: headRevision?.title ?? "" }]));
}
