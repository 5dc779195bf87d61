import { type Actor, userIdOf } from "#lib/actor.ts";
import { insertUnderFreeSlug, leaveRedirect, slugTaken } from "#lib/articles/addresses.ts";
import { moveToCategoryInput } from "#lib/articles/bulk-schema.ts";
import { auditArticle, moveOn, readArticle, recordSteps, refuse, refuseOldVersion } from "#lib/articles/moving.ts";
import { canMove, canPublishArticles, canWriteArticles } from "#lib/articles/policy.ts";
import { type ArticleContent, createArticleInput, moveInput, saveRevisionInput } from "#lib/articles/schema.ts";
import { isSealed, sealOf } from "#lib/articles/seal.ts";
import { reasonsNotToMove } from "#lib/articles/workflow.ts";
import { fieldsOf } from "#lib/articles/working-copies.ts";
import { publishing } from "#lib/content-version.ts";
import { db, onDuplicate, type Transaction } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { cleanHtml, textOf } from "#lib/html.ts";
import { slugOf } from "#lib/slug.ts";

/** Begins an article as a draft with its first revision. `warnings` say what was changed on the way in. */
export async function createArticle(actor: Actor, input: unknown) {
  const content = createArticleInput.parse(input);
  authorize(canWriteArticles(actor));
  const { revision, warnings } = revisionOf(actor, content);

  return db.$transaction(async (tx) => {
    await refuseForeignKeys(tx, content);
    const { categoryId, cellId } = content;
    const article = await insertUnderFreeSlug(tx, { slug: content.slug ?? slugOf(content.title), categoryId, cellId });
    const head = await tx.revision.create({
      data: { ...revision, articleId: article.id, number: 1 },
      select: { id: true },
    });
    await tx.article.update({ where: { id: article.id }, data: { headRevisionId: head.id }, select: { id: true } });
    await auditArticle(tx, actor, article.id, "create");
    return { ...article, version: 0, warnings };
  });
}

/**
 * Adds a revision on top of the version its editor saw; `restores` is the number of the one whose words it says again.
 * Readers notice only a changed address of a published article.
 */
export async function saveRevision(actor: Actor, input: unknown, restores?: number) {
  const { articleId, version, ...content } = saveRevisionInput.parse(input);
  const article = await readArticle(articleId);
  authorize(canMove(actor, "save", article));
  const slug = content.slug ?? article.slug;
  const moves = slug !== article.slug;
  if (moves && article.wasLive) authorize(canPublishArticles(actor));
  const { revision, warnings } = revisionOf(actor, content);
  refuseOldVersion(article, version);
  refuse(reasonsNotToMove("save", article));
  if (!moves && saysTheSame(article.head, revision))
    return { id: articleId, slug, version, number: article.head.number, warnings };

  const save = async (tx: Transaction) => {
    await refuseForeignKeys(tx, content);
    const next = await moveOn(tx, "save", article, { slug });
    const number = article.head.number + 1;
    const head = await tx.revision.create({ data: { ...revision, articleId, number }, select: { id: true } });
    await tx.article.update({ where: { id: articleId }, data: { headRevisionId: head.id }, select: { id: true } });
    if (moves && article.wasLive) await leaveRedirect(tx, article.slug, slug);
    if (restores)
      await recordSteps(tx, actor, article, {
        kind: "restored",
        revisionId: head.id,
        note: `Từ bản số ${restores}.`,
        detail: { restores, number },
      });
    else await auditArticle(tx, actor, articleId, "save", { number });
    return { id: articleId, slug, version: next, number, warnings };
  };
  return onDuplicate(moves && article.wasLive ? publishing(save) : db.$transaction(save), slugTaken());
}

/** Says the newest text again under another category: a revision like any other, which readers of a published article do not see yet. */
export async function moveToCategory(actor: Actor, input: unknown) {
  const { articleId, version } = moveInput.parse(input);
  const { categoryId } = moveToCategoryInput.parse(input);
  const { head, slug, version: newest } = await readArticle(articleId);
  if (!isSealed(head)) throw new AppError("conflict", "Bài đã bị sửa ngoài chương trình. Hãy mở bài, xem lại rồi lưu.");
  return saveRevision(actor, { ...fieldsOf({ ...head, slug }), articleId, version: version ?? newest, categoryId });
}

function revisionOf(actor: Actor, { slug: _, dateline, ...content }: ArticleContent) {
  const { html: bodyHtml, warnings } = cleanHtml(content.bodyHtml);
  const sealed = { title: content.title, summary: content.summary, bodyHtml };
  const revision = {
    ...content,
    bodyHtml,
    bodyText: textOf(bodyHtml),
    dateline: dateline === null ? null : new Date(`${dateline}T00:00:00Z`),
    authorId: userIdOf(actor),
    seal: sealOf(sealed),
  };
  return { revision, warnings };
}

type Comparable = Pick<ReturnType<typeof revisionOf>["revision"], "seal" | "categoryId" | "cellId" | "dateline">;

/** A second click on Save is no second revision. */
const saysTheSame = (one: Comparable, other: Comparable) =>
  one.seal === other.seal &&
  one.categoryId === other.categoryId &&
  one.cellId === other.cellId &&
  one.dateline?.getTime() === other.dateline?.getTime();

async function refuseForeignKeys(tx: Transaction, { categoryId, cellId }: ArticleContent) {
  if (!(await tx.category.findUnique({ where: { id: categoryId }, select: { id: true } }))) {
    throw new AppError("invalid", "Chuyên mục này không còn. Hãy chọn chuyên mục khác.", "categoryId");
  }
  if (cellId !== null && !(await tx.cell.findUnique({ where: { id: cellId }, select: { id: true } }))) {
    throw new AppError("invalid", "Chi bộ này không còn. Hãy chọn chi bộ khác.", "cellId");
  }
}
