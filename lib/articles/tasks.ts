import type { UserActor } from "#lib/actor.ts";
import { reasonsAgainst } from "#lib/articles/going-live.ts";
import { begunBy, IN_STATE, selectArticles } from "#lib/articles/listing.ts";
import { readArticle } from "#lib/articles/moving.ts";
import { canEditAnyArticle } from "#lib/articles/policy.ts";
import { awaitedBy, LONGEST_WAITING_FIRST, submittedBy, toApproveBy } from "#lib/articles/waiting.ts";
import { reasonsNotToMove } from "#lib/articles/workflow.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#prisma/client/client.ts";

const SHOWN = 5;
/** Nobody reads a larger number any better. */
const COUNTED = 100;

/** Shown apart, with the text that no revision holds yet. */
const beingWritten = ({ id }: UserActor) =>
  Prisma.sql`EXISTS (SELECT FROM "WorkingCopy" w WHERE w."articleId" = a.id AND w."userId" = ${id})`;

/** What may wait for somebody, most pressing first. Who sees none of a group's articles has no condition here. */
const GROUPS = {
  overdue: (actor: UserActor) => [IN_STATE.overdue, ...seenBy(actor)],
  returned: (actor: UserActor) => [IN_STATE.returned, submittedBy(actor)],
  toApprove: (actor: UserActor) => [toApproveBy(actor)].filter((condition) => condition !== null),
  awaiting: (actor: UserActor) => [awaitedBy(actor)],
  scheduled: (actor: UserActor) => [IN_STATE.scheduled, Prisma.sql`NOT ${IN_STATE.overdue}`, ...seenBy(actor)],
  drafts: (actor: UserActor) => [IN_STATE.draft, begunBy(actor.id), Prisma.sql`NOT ${beingWritten(actor)}`],
  stale: (actor: UserActor) => (canEditAnyArticle(actor) ? [IN_STATE.stale] : []),
};
type Kind = keyof typeof GROUPS;

/** Whatever waits longest comes first; one's own drafts as one left them. */
const ORDERS: Partial<Record<Kind, Prisma.Sql>> = {
  overdue: Prisma.sql`coalesce(a."scheduledFor", a."unpublishAt"), a.id`,
  returned: Prisma.sql`(SELECT max(m.at) FROM "Milestone" m WHERE m."articleId" = a.id AND m.kind = 'returned'), a.id`,
  toApprove: LONGEST_WAITING_FIRST,
  awaiting: LONGEST_WAITING_FIRST,
  scheduled: Prisma.sql`a."scheduledFor", a.id`,
  stale: Prisma.sql`a."updatedAt", a.id`,
};

const seenBy = (actor: UserActor) => (canEditAnyArticle(actor) ? [] : [begunBy(actor.id)]);

export type TaskGroup = Awaited<ReturnType<typeof listTasks>>[number];

/** What waits for this person and what he waits for, with how much there is of it (up to 100); empty groups are left out. */
export async function listTasks(actor: UserActor) {
  const counts = await countGroups(actor);
  return await Promise.all(
    counts.map(async ({ kind, count }) => {
      const articles = await selectArticles(GROUPS[kind](actor), SHOWN, ORDERS[kind]);
      const steps = await lastSteps(articles.map(({ id }) => id));
      const tasks = articles.map(async (article) => ({
        ...article,
        step: steps.get(article.id),
        reasons: article.isOverdue ? await reasonsLate(article.id) : [],
      }));
      return { kind, count, tasks: await Promise.all(tasks) };
    }),
  );
}

const PRESSING: readonly Kind[] = ["overdue", "returned", "toApprove"];

/** How much of it this person can do something about now. */
export const countPressing = async (actor: UserActor) =>
  (await countGroups(actor, PRESSING)).reduce((sum, { count }) => sum + count, 0);

async function countGroups(actor: UserActor, kinds = Object.keys(GROUPS) as readonly Kind[]) {
  const counts = kinds.flatMap((kind) => {
    const conditions = GROUPS[kind](actor);
    if (conditions.length === 0) return [];
    return Prisma.sql`SELECT ${kind} AS kind, count(*)::int FROM (
      SELECT FROM "Article" a WHERE ${Prisma.join(conditions, " AND ")} LIMIT ${COUNTED}) found`;
  });
  const rows = await db.$queryRaw<{ kind: Kind; count: number }[]>`${Prisma.join(counts, " UNION ALL ")}`;
  return rows.filter(({ count }) => count > 0);
}

/** Who handed each article in, or gave it back, and what was said: the last of these steps. */
async function lastSteps(articleIds: number[]) {
  const steps = await db.milestone.findMany({
    where: { articleId: { in: articleIds }, kind: { in: ["submitted", "returned"] } },
    orderBy: { id: "asc" },
    select: { articleId: true, at: true, note: true, user: { select: { name: true } } },
  });
  return new Map(steps.map(({ articleId, user, ...step }) => [articleId, { ...step, by: user?.name ?? null }]));
}

/** Why an article did not appear at its hour, in sentences. */
async function reasonsLate(id: number) {
  const article = await readArticle(id);
  const revision = await db.revision.findUnique({ where: { id: article.scheduledRevisionId ?? 0 } });
  return revision ? [...reasonsNotToMove("publish", article), ...reasonsAgainst(revision, new Date())] : [];
}
