import type { Actor, UserActor } from "#lib/actor.ts";
import { saveRevision } from "#lib/articles/mutations.ts";
import { canEditArticle, canReadDraft } from "#lib/articles/policy.ts";
import { restoreRevisionInput } from "#lib/articles/schema.ts";
import { isSealed } from "#lib/articles/seal.ts";
import { fieldsOf } from "#lib/articles/working-copies.ts";
import { db } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { showDate } from "#lib/time.ts";
import type { Prisma } from "#prisma/client/client.ts";

const PAGE = 50;

/** The revisions of an article, newest first, from below `before` on; null when there is none or it is not for this actor. */
export async function getHistory(actor: UserActor, id: number, before?: number) {
  const article = await db.article.findUnique({ where: { id }, select: described });
  if (!article?.headRevision) return null;
  const { headRevision: head, liveRevision: live, beganById: beganBy, ...row } = article;
  const owned = { beganBy, isLive: live !== null };
  if (!canReadDraft(actor, owned)) return null;

  const revisions = await db.revision.findMany({
    where: { articleId: id, ...(before && { number: { lt: before } }) },
    orderBy: { number: "desc" },
    take: PAGE + 1,
    select: { number: true, createdAt: true, author: { select: { name: true } }, milestones },
  });
  return {
    ...row,
    head,
    liveNumber: live?.number,
    canRestore: canEditArticle(actor, owned),
    revisions: revisions.slice(0, PAGE),
    next: revisions.length > PAGE ? revisions[PAGE - 1]?.number : undefined,
  };
}

/** What was done with a revision, and by whom. */
const milestones = {
  orderBy: { id: "asc" },
  select: { id: true, kind: true, at: true, note: true, user: { select: { name: true } } },
} satisfies Prisma.Revision$milestonesArgs;

const described = {
  version: true,
  beganById: true,
  headRevision: { select: { number: true, title: true } },
  liveRevision: { select: { number: true } },
} satisfies Prisma.ArticleSelect;

/** One revision as it is laid beside another, of an article that its caller may read. */
export async function getRevision(articleId: number, number: number) {
  const revision = await db.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    include: { category: { select: { name: true } }, cell: { select: { name: true } } },
  });
  if (!revision) return null;
  const { title, summary, bodyHtml, category, cell, dateline } = revision;
  const facts = [
    `Chuyên mục: ${category.name}`,
    cell && `Chi bộ: ${cell.name}`,
    dateline && `Ngày của bài: ${showDate(dateline)}`,
  ];
  return { number, title, summary, bodyHtml, facts: facts.filter((fact) => fact !== null) };
}

/** Makes what an old revision says the newest one, on top of the version whose difference to it was shown. Nothing is published by it. */
export async function restoreRevision(actor: Actor, input: unknown) {
  const { articleId, version, number } = restoreRevisionInput.parse(input);
  const revision = await db.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    include: { article: { select: { slug: true } } },
  });
  if (!revision) throw new AppError("not-found", "Bài này không có bản đó. Hãy mở lại trang lịch sử.");
  if (!isSealed(revision))
    throw new AppError("conflict", "Bản này đã bị sửa ngoài chương trình nên không lấy lại được.");
  const content = fieldsOf({ ...revision, slug: revision.article.slug });
  return saveRevision(actor, { ...content, articleId, version }, number);
}
