import type { Actor } from "#lib/actor.ts";
import {
  articlePath,
  freeAddress,
  insertUnderFreeSlug,
  leaveRedirect,
  refuseTakenSlug,
} from "#lib/articles/addresses.ts";
import { canEditArticle, canPublishArticles, canWriteArticles } from "#lib/articles/policy.ts";
import { refuseUnready } from "#lib/articles/readiness.ts";
import {
  type ArticleContent,
  createArticleInput,
  publishArticleInput,
  saveRevisionInput,
  takeDownArticleInput,
} from "#lib/articles/schema.ts";
import { isSealed, sealOf } from "#lib/articles/seal.ts";
import { datelineMoment, reasonsNotToPublish } from "#lib/articles/workflow.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { publishing } from "#lib/content-version.ts";
import { db, type Transaction } from "#lib/db.ts";
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
    await tx.article.update({ where: { id: article.id }, data: { headRevisionId: head.id } });
    await recordAudit(tx, { actor, action: "article.create", subject: subjectOf(article.id) });
    return { ...article, version: 0, warnings };
  });
}

/** Adds a revision on top of the version its editor saw. Readers notice only a changed address of a published article. */
export async function saveRevision(actor: Actor, input: unknown) {
  const { articleId, version, ...content } = saveRevisionInput.parse(input);
  const article = await readArticle(articleId);
  authorize(canEditArticle(actor, article));
  const slug = content.slug ?? article.slug;
  const moves = slug !== article.slug;
  const isKnown = article.publishedAt !== null;
  if (moves && isKnown) authorize(canPublishArticles(actor));
  const { revision, warnings } = revisionOf(actor, content);
  if (version !== article.version) throw movedMeanwhile();
  if (!moves && saysTheSame(article.head, revision))
    return { id: articleId, slug, version, number: article.headNumber, warnings };

  const save = async (tx: Transaction) => {
    await refuseForeignKeys(tx, content);
    if (moves) await refuseTakenSlug(tx, slug);
    await moveOn(tx, articleId, version, { slug });
    const number = article.headNumber + 1;
    const head = await tx.revision.create({ data: { ...revision, articleId, number }, select: { id: true } });
    await tx.article.update({ where: { id: articleId }, data: { headRevisionId: head.id } });
    if (moves && isKnown) await leaveRedirect(tx, article.slug, slug);
    await recordAudit(tx, { actor, action: "article.save", subject: subjectOf(articleId), detail: { number } });
    return { id: articleId, slug, version: version + 1, number, warnings };
  };
  return moves && isKnown ? publishing(save) : db.$transaction(save);
}

/** Makes the newest revision what readers see. */
export async function publishArticle(actor: Actor, input: unknown) {
  const { articleId, version, override } = publishArticleInput.parse(input);
  authorize(canPublishArticles(actor));
  const { head, ...article } = await readArticle(articleId);
  if (version !== undefined && version !== article.version) throw movedMeanwhile();
  const reasons = reasonsNotToPublish(head, article.liveRevisionId, new Date());
  if (reasons.length > 0) throw new AppError("conflict", reasons.join(" "));
  if (!isSealed(head))
    throw new AppError("conflict", "Bản này đã bị sửa ngoài chương trình. Hãy mở bài, xem lại rồi lưu lại.");
  const overridden = await refuseUnready(actor, head, override);

  return publishing(async (tx) => {
    await moveOn(tx, articleId, article.version, {
      liveRevisionId: head.id,
      categoryId: head.categoryId,
      cellId: head.cellId,
      publishedAt: datelineMoment(head.dateline) ?? article.publishedAt ?? new Date(),
    });
    await freeAddress(tx, article.slug);
    await recordAudit(tx, {
      actor,
      action: "article.publish",
      subject: subjectOf(articleId),
      detail: { number: head.number, ...overridden },
    });
    return { id: articleId, slug: article.slug, path: articlePath(article.slug), version: article.version + 1 };
  });
}

/** Takes an article from the readers at once; its revisions stay. The reason is kept in the audit. */
export async function takeDownArticle(actor: Actor, input: unknown) {
  const { articleId, version, reason } = takeDownArticleInput.parse(input);
  authorize(canPublishArticles(actor));
  const article = await readArticle(articleId);
  if (!article.isLive) throw new AppError("conflict", "Bài này hiện không được đăng.");

  return publishing(async (tx) => {
    await moveOn(tx, articleId, version ?? article.version, { liveRevisionId: null });
    await recordAudit(tx, { actor, action: "article.take-down", subject: subjectOf(articleId), detail: { reason } });
    return { id: articleId, version: (version ?? article.version) + 1 };
  });
}

const subjectOf = (articleId: number) => `article:${articleId}`;

const movedMeanwhile = () =>
  new AppError(
    "conflict",
    "Trong lúc bạn sửa, bài này đã được lưu hoặc đăng từ nơi khác. Chữ bạn vừa gõ vẫn còn ở đây: hãy mở bài ở thẻ mới để so, rồi chép sang.",
  );

/** Changes an article's row for whoever saw this version; everyone later has lost. */
async function moveOn(tx: Transaction, id: number, version: number, data: object) {
  const { count } = await tx.article.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 }, updatedAt: new Date() },
  });
  if (count === 0) throw movedMeanwhile();
}

async function readArticle(id: number) {
  const article = await db.article.findUnique({
    where: { id },
    include: { headRevision: true, revisions: { where: { number: 1 }, select: { authorId: true } } },
  });
  if (!article?.headRevision) throw new AppError("not-found", "Không có bài này. Có thể bạn mở một đường dẫn cũ.");
  const { headRevision: head, revisions, ...row } = article;
  return {
    ...row,
    head,
    headNumber: head.number,
    beganBy: revisions[0]?.authorId ?? null,
    isLive: row.liveRevisionId !== null,
  };
}

function revisionOf(actor: Actor, { slug: _, dateline, ...content }: ArticleContent) {
  const { html: bodyHtml, warnings } = cleanHtml(content.bodyHtml);
  const sealed = { title: content.title, summary: content.summary, bodyHtml };
  const revision = {
    ...content,
    bodyHtml,
    bodyText: textOf(bodyHtml),
    dateline: dateline === null ? null : new Date(`${dateline}T00:00:00Z`),
    authorId: actor.kind === "user" ? actor.id : null,
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
