import type { UserActor } from "#lib/actor.ts";
import { type ListState, listFilter } from "#lib/articles/list-schema.ts";
import { canEditAnyArticle } from "#lib/articles/policy.ts";
import { awaitedBy, toApproveBy } from "#lib/articles/waiting.ts";
import { factsOf, type Standing } from "#lib/articles/workflow.ts";
import { db } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { startOfDay } from "#lib/time.ts";
import { Prisma } from "#prisma/client/client.ts";

/** As many as one page of the list shows. */
const LIST_PAGE = 30;
const A_DAY = 24 * 3600_000;
const LATE = Prisma.sql`now() - interval '1 minute'`;

/** Every condition is about the article's own row, so that the rarest of them costs one walk through an index. */
export const IN_STATE = {
  draft: Prisma.sql`a."stage" = 'draft' AND a."liveRevisionId" IS NULL AND a."publishedAt" IS NULL`,
  submitted: Prisma.sql`a."stage" = 'submitted'`,
  returned: Prisma.sql`a."stage" = 'returned'`,
  scheduled: Prisma.sql`a."stage" = 'scheduled'`,
  overdue: Prisma.sql`a.id IN (
    SELECT id FROM "Article" WHERE "scheduledFor" < ${LATE}
    UNION ALL SELECT id FROM "Article" WHERE "unpublishAt" < ${LATE} AND "liveRevisionId" IS NOT NULL)`,
  live: Prisma.sql`a."liveRevisionId" IS NOT NULL`,
  changed: Prisma.sql`a."liveRevisionId" <> a."headRevisionId"`,
  stale: Prisma.sql`a."liveRevisionId" IS NOT NULL AND a."updatedAt" < now() - interval '1 year'`,
  owed: Prisma.sql`a."approvalOwedSince" IS NOT NULL`,
  withdrawn: Prisma.sql`a."liveRevisionId" IS NULL AND a."publishedAt" IS NOT NULL AND a."stage" <> 'archived'`,
  archived: Prisma.sql`a."stage" = 'archived'`,
} satisfies Partial<Record<ListState, Prisma.Sql>>;
const NOT_ARCHIVED = Prisma.sql`a."stage" <> 'archived'`;

type Row = Standing & {
  id: number;
  version: number;
  title: string;
  category: string;
  author: string | null;
  liveNumber: number | null;
  updatedAt: Date;
  publishedAt: Date | null;
  scheduledFor: Date | null;
  unpublishAt: Date | null;
  approvalOwedSince: Date | null;
  /** Its hour to appear, or to go, has passed, and nothing happened. */
  isOverdue: boolean;
  isEndOverdue: boolean;
};

const LAST_TOUCHED_FIRST = Prisma.sql`a."updatedAt" DESC, a.id DESC`;

/** Articles of which all of this is true, last touched first unless another order is asked for. */
export async function selectArticles(conditions: readonly Prisma.Sql[], count: number, order?: Prisma.Sql) {
  const rows = await db.$queryRaw<Row[]>`${listSql(conditions, count, order)}`;
  return rows.map((row) => ({ ...row, ...factsOf(row) }));
}

/** The page is found in the articles' own rows; only what it shows is then joined to them. */
export const listSql = (conditions: readonly Prisma.Sql[], count: number, order = LAST_TOUCHED_FIRST) => Prisma.sql`
  SELECT a.*, r.title, live.number AS "liveNumber", c.name AS category, u.name AS author, a."publishedAt" IS NOT NULL AS "wasLive",
    a."approvalOwedSince" IS NOT NULL AS "isApprovalOwed", coalesce(a."scheduledFor" < ${LATE}, false) AS "isOverdue",
    coalesce(a."unpublishAt" < ${LATE} AND a."liveRevisionId" IS NOT NULL, false) AS "isEndOverdue"
  FROM (
    SELECT id, version, stage, "liveRevisionId", "headRevisionId", "updatedAt", "publishedAt", "scheduledFor", "unpublishAt",
      "approvalOwedSince", "beganById"
    FROM "Article" a WHERE ${Prisma.join([...conditions], " AND ")}
    ORDER BY ${order} LIMIT ${count}
  ) a
  JOIN "Revision" r ON r.id = a."headRevisionId"
  JOIN "Category" c ON c.id = r."categoryId"
  LEFT JOIN "Revision" live ON live.id = a."liveRevisionId"
  LEFT JOIN "User" u ON u.id = a."beganById"
  ORDER BY ${order}`;

/** Articles that the actor may open, without the archive unless it is asked for; `next` is where the page after begins. */
export async function listArticles(actor: UserActor, filter: Partial<Record<keyof typeof listFilter.shape, unknown>>) {
  const rows = await selectArticles(await conditionsOf(actor, filter), LIST_PAGE + 1);
  const articles = rows.slice(0, LIST_PAGE);
  const last = articles.at(-1);
  return { articles, next: rows.length > LIST_PAGE && last ? `${last.updatedAt.toISOString()}_${last.id}` : undefined };
}

/** What an article must be to stand in the list that is asked for. */
export async function conditionsOf(actor: UserActor, filter: object) {
  const { words, state, categoryId, cellId, authorId, from, to, after } = listFilter.parse(filter);
  return [
    state ? inState(actor, state) : NOT_ARCHIVED,
    canEditAnyArticle(actor) ? undefined : begunBy(actor.id),
    await titleHas(words),
    categoryId ? Prisma.sql`a."headCategoryId" = ${categoryId}` : undefined,
    cellId ? Prisma.sql`a."headCellId" = ${cellId}` : undefined,
    authorId ? begunBy(authorId) : undefined,
    from ? Prisma.sql`a."publishedAt" >= ${startOfDay(from)}` : undefined,
    to ? Prisma.sql`a."publishedAt" < ${new Date(startOfDay(to).getTime() + A_DAY)}` : undefined,
    after ? Prisma.sql`(a."updatedAt", a.id) < (${after.moment}, ${after.id})` : undefined,
  ].filter((condition) => condition !== undefined);
}

const NONE = Prisma.sql`false`;

/** Two states are not the article's alone: whose approval it waits for depends on who asks. */
function inState(actor: UserActor, state: ListState) {
  if (state === "toApprove") return toApproveBy(actor) ?? NONE;
  return state === "awaiting" ? awaitedBy(actor) : IN_STATE[state];
}

export const begunBy = (userId: number) => Prisma.sql`a."beganById" = ${userId}`;

const FEW = 2000;

/**
 * Words as prefixes, blind to accents, so that a list narrows while one types. Few matches are looked up by the index first,
 * because the planner cannot tell how rare a prefix is; of many, the newest are met soon enough by reading in order.
 */
async function titleHas(words: string) {
  const found = fold(words).match(/[\p{L}\p{N}]+/gu);
  if (!found) return undefined;
  const query = found.slice(0, 12).map((word) => `${word.slice(0, 50)}:*`);
  const matches = Prisma.sql`"titleWords" @@ to_tsquery('simple', ${query.join(" & ")})`;
  const [, few] = await db.$transaction([
    db.$executeRaw`SET LOCAL enable_seqscan = off`,
    db.$queryRaw<{ id: number }[]>`SELECT id FROM "Article" WHERE ${matches} LIMIT ${FEW + 1}`,
  ]);
  return few.length > FEW ? Prisma.sql`a.${matches}` : Prisma.sql`a.id = ANY(${few.map(({ id }) => id)})`;
}

/** Everybody who began an article, for editors to choose from. */
export const listAuthorChoices = () =>
  db.$queryRaw<{ id: number; name: string }[]>`
    SELECT id, name FROM "User" u WHERE EXISTS (SELECT FROM "Article" WHERE "beganById" = u.id) ORDER BY name, id`;
