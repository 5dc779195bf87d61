import type { UserActor } from "#lib/actor.ts";
import { canEditAnyArticle, canMove, canPublishArticles } from "#lib/articles/policy.ts";
import { movesAfterSaving, reasonsNotToApprove, type Standing, stateOf } from "#lib/articles/workflow.ts";
import { db } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { Prisma } from "#prisma/client/client.ts";

const PAGE = 30;
const A_MINUTE = 60_000;

const STATES = {
  draft: Prisma.sql`a."stage" = 'draft' AND a."liveRevisionId" IS NULL AND a."publishedAt" IS NULL`,
  submitted: Prisma.sql`a."stage" = 'submitted'`,
  returned: Prisma.sql`a."stage" = 'returned'`,
  scheduled: Prisma.sql`a."stage" = 'scheduled'`,
  overdue: Prisma.sql`a."scheduledFor" < now() - interval '1 minute'`,
  live: Prisma.sql`a."liveRevisionId" IS NOT NULL`,
  changed: Prisma.sql`a."liveRevisionId" <> a."headRevisionId"`,
  stale: Prisma.sql`a."liveRevisionId" IS NOT NULL AND a."updatedAt" < now() - interval '1 year'`,
  owed: Prisma.sql`a."approvalOwedSince" IS NOT NULL`,
  withdrawn: Prisma.sql`a."liveRevisionId" IS NULL AND a."publishedAt" IS NOT NULL AND a."stage" <> 'archived'`,
  archived: Prisma.sql`a."stage" = 'archived'`,
};
const NOT_ARCHIVED = Prisma.sql`a."stage" <> 'archived'`;

type Row = Standing & {
  id: number;
  title: string;
  category: string;
  author: string | null;
  updatedAt: Date;
  scheduledFor: Date | null;
  isOverdue: boolean;
};
type Filter = { state?: string | undefined; mine?: boolean; words?: string | undefined; after?: string | undefined };

/** Articles that the actor may open, last touched first, without the archive unless it is asked for; `next` is where the page after begins. Titles are found blind to accents. */
export async function listArticles(actor: UserActor, { state, mine = false, words, after }: Filter) {
  const conditions = [
    state && Object.hasOwn(STATES, state) ? STATES[state as keyof typeof STATES] : NOT_ARCHIVED,
    await titleHas(words),
    comesAfter(after),
    canEditAnyArticle(actor) && !mine ? undefined : begunBy(actor.id),
  ].filter((condition) => condition !== undefined);

  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id, r.title, c.name AS category, u.name AS author, a."updatedAt", a."stage", a."liveRevisionId", a."scheduledFor",
      coalesce(${STATES.overdue}, false) AS "isOverdue",
      a."headRevisionId", a."publishedAt" IS NOT NULL AS "wasLive", a."approvalOwedSince" IS NOT NULL AS "isApprovalOwed"
    FROM "Article" a
    JOIN "Revision" r ON r.id = a."headRevisionId"
    JOIN "Category" c ON c.id = r."categoryId"
    LEFT JOIN "User" u ON u.id = r."authorId"
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY a."updatedAt" DESC, a.id DESC LIMIT ${PAGE + 1}`;
  const articles = rows.slice(0, PAGE).map((row) => ({ ...row, state: stateOf(row) }));
  const last = articles.at(-1);
  return { articles, next: rows.length > PAGE && last ? `${last.updatedAt.toISOString()}_${last.id}` : undefined };
}

const FEW = 2000;

/**
 * Words as prefixes, so that a list narrows while one types. Few matches are looked up by the index first, because the planner
 * cannot tell how rare a prefix is; of many, the newest are met soon enough by reading in order.
 */
async function titleHas(words: string | undefined) {
  const found = fold(words ?? "").match(/[\p{L}\p{N}]+/gu);
  if (!found) return undefined;
  const query = found.slice(0, 12).map((word) => `${word.slice(0, 50)}:*`);
  const matches = Prisma.sql`to_tsvector('simple', search_folded(title)) @@ to_tsquery('simple', ${query.join(" & ")})`;
  const [, few] = await db.$transaction([
    db.$executeRaw`SET LOCAL enable_seqscan = off`, // reading 100,000 titles word by word takes seconds
    db.$queryRaw<{ id: number }[]>`SELECT id FROM "Revision" WHERE ${matches} LIMIT ${FEW + 1}`,
  ]);
  if (few.length > FEW) return matches;
  return Prisma.sql`r.id = ANY(${few.map(({ id }) => id)})`;
}

function comesAfter(after: string | undefined) {
  const found = /^(?<moment>[\dT:.Z-]{24})_(?<id>\d{1,9})$/.exec(after ?? "")?.groups;
  const moment = new Date(found?.["moment"] ?? "");
  if (!found || Number.isNaN(moment.getTime())) return undefined;
  return Prisma.sql`(a."updatedAt", a.id) < (${moment}, ${Number(found["id"])})`;
}

const begunBy = (userId: number) =>
  Prisma.sql`a.id IN (SELECT "articleId" FROM "Revision" WHERE number = 1 AND "authorId" = ${userId})`;

/** One article with what its editor needs, or null when there is none or it is not for this actor. */
export async function getArticleForEditing(actor: UserActor, id: number) {
  const isOwn = { revisions: { some: { number: 1, authorId: actor.id } } };
  const article = await db.article.findFirst({
    where: { id, ...(canEditAnyArticle(actor) ? {} : isOwn) },
    select: editable,
  });
  if (!article?.headRevision) return null;
  const { headRevision: head, liveRevision: live, milestones, ...row } = article;
  const all = await db.revision.findMany({ where: { articleId: id }, select: { number: true, authorId: true } });
  const standing = { ...row, headRevisionId: head.id, liveRevisionId: live?.id ?? null, ...factsOf(row) };
  const owned = { beganBy: all.find(({ number }) => number === 1)?.authorId ?? null, isLive: live !== null };
  const written = { approvedNumber: row.approvedNumber, revisions: all };
  const approves = ({ number }: { number: number }) => reasonsNotToApprove(actor.id, number, written).length === 0;
  const moves = movesAfterSaving(standing).filter((move) => canMove(actor, move, owned));
  return {
    ...{ ...row, head, live, state: stateOf(standing) },
    canEdit: moves.includes("save"),
    canPublish: canPublishArticles(actor),
    moves: live && !approves(live) ? moves.filter((move) => move !== "approve") : moves,
    /** Whether publishing what stands there now would be its approval. */
    approves: live?.id !== head.id && approves(head),
    isOverdue: row.scheduledFor !== null && row.scheduledFor.getTime() < Date.now() - A_MINUTE,
    returned: row.stage === "returned" ? milestones[0] : undefined,
  };
}

const factsOf = ({ publishedAt, approvalOwedSince }: { publishedAt: Date | null; approvalOwedSince: Date | null }) => ({
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
