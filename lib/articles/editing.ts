import type { UserActor } from "#lib/actor.ts";
import { canEditAnyArticle, canEditArticle, canPublishArticles } from "#lib/articles/policy.ts";
import { db } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { Prisma } from "#prisma/client/client.ts";

const PAGE = 30;

type ArticleState = "draft" | "live" | "changed" | "down";

const STATES = {
  draft: Prisma.sql`a."liveRevisionId" IS NULL AND a."publishedAt" IS NULL`,
  live: Prisma.sql`a."liveRevisionId" IS NOT NULL`,
  changed: Prisma.sql`a."liveRevisionId" <> a."headRevisionId"`,
  down: Prisma.sql`a."liveRevisionId" IS NULL AND a."publishedAt" IS NOT NULL`,
};

type Row = { id: number; title: string; state: ArticleState; category: string; author: string | null; updatedAt: Date };
type Filter = { state?: string | undefined; words?: string | undefined; after?: string | undefined };

/** Articles that the actor may open, last touched first; `next` is where the page after begins. Titles are found blind to accents. */
export async function listArticles(actor: UserActor, { state, words, after }: Filter) {
  const conditions = [
    state && Object.hasOwn(STATES, state) ? STATES[state as ArticleState] : undefined,
    await titleHas(words),
    comesAfter(after),
    canEditAnyArticle(actor) ? undefined : begunBy(actor.id),
  ].filter((condition) => condition !== undefined);

  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id, r.title, c.name AS category, u.name AS author, a."updatedAt",
      CASE WHEN ${STATES.draft} THEN 'draft' WHEN ${STATES.down} THEN 'down'
        WHEN ${STATES.changed} THEN 'changed' ELSE 'live' END AS state
    FROM "Article" a
    JOIN "Revision" r ON r.id = a."headRevisionId"
    JOIN "Category" c ON c.id = r."categoryId"
    LEFT JOIN "User" u ON u.id = r."authorId"
    ${conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty}
    ORDER BY a."updatedAt" DESC, a.id DESC LIMIT ${PAGE + 1}`;
  const articles = rows.slice(0, PAGE);
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
  const { headRevision: head, liveRevision: live, ...row } = article;
  const [first] = await db.revision.findMany({ where: { articleId: id, number: 1 }, select: { authorId: true } });
  const owned = { beganBy: first?.authorId ?? null, isLive: live !== null };
  return { ...row, head, live, canEdit: canEditArticle(actor, owned), canPublish: canPublishArticles(actor) };
}

/** The newest revision as the checklist reads it, of an article that its caller has just written. */
export async function getHeadText(id: number) {
  const article = await db.article.findUnique({ where: { id }, select: { headRevision: { select: checked } } });
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
} satisfies Prisma.ArticleSelect;
