import { system } from "#lib/actor.ts";
import { goDark, goLive, reasonsAgainst } from "#lib/articles/going-live.ts";
import { readArticle, refuse } from "#lib/articles/moving.ts";
import { reasonsNotToMove } from "#lib/articles/workflow.ts";
import { publishing } from "#lib/content-version.ts";
import { db, type Transaction } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import { repeat } from "#lib/repeat.ts";

const robot = system("publish-due-articles");
const EVERY = 2000;
const FIRST = 1000;

/** Shows and takes down what is due, however late. Any process may ask; each article is moved by one. */
export async function moveDueArticles() {
  for (const { id } of await listStarting()) await attempt(id, () => publishing((tx) => startNow(tx, id)));
  for (const { id } of await listEnding()) await attempt(id, () => publishing((tx) => endNow(tx, id)));
}

const listStarting = () =>
  db.$queryRaw<{ id: number }[]>`SELECT id FROM "Article" WHERE "scheduledFor" <= now() ORDER BY "scheduledFor"`;

const listEnding = () =>
  db.$queryRaw<{ id: number }[]>`
    SELECT id FROM "Article" WHERE "unpublishAt" <= now() AND "liveRevisionId" IS NOT NULL ORDER BY "unpublishAt"`;

/** How many articles are a minute or more behind what was promised of them. */
export async function countOverdue() {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT (SELECT count(*) FROM "Article" WHERE "scheduledFor" < now() - interval '1 minute')::int
      + (SELECT count(*) FROM "Article" WHERE "unpublishAt" < now() - interval '1 minute' AND "liveRevisionId" IS NOT NULL)::int
      AS count`;
  return row?.count ?? 0;
}

const complained = new Set<number>();

/** One that cannot be moved does not hold up the others; it stays overdue, and its editors see it in red. */
async function attempt(id: number, work: () => Promise<unknown>) {
  try {
    await work();
    complained.delete(id);
  } catch (error) {
    if (error instanceof Taken || complained.has(id)) return;
    complained.add(id);
    log.warn({ err: error, article: id }, "an article is overdue");
  }
}

/** Another process is at it, or has just done it. */
class Taken extends Error {}

async function startNow(tx: Transaction, id: number) {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM "Article" WHERE id = ${id} AND "scheduledFor" <= now() FOR UPDATE SKIP LOCKED`;
  const article = row && (await readArticle(id));
  if (!article?.scheduledFor || !article.scheduledRevisionId) throw new Taken();
  const revision = await tx.revision.findUniqueOrThrow({ where: { id: article.scheduledRevisionId } });
  refuse([...reasonsNotToMove("publish", article), ...reasonsAgainst(revision, new Date())]);
  const { scheduledFor: at, scheduledById: byId, scheduledNote: changeNote } = article;
  return goLive(tx, robot, article, { revision, at, byId, changeNote });
}

async function endNow(tx: Transaction, id: number) {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM "Article" WHERE id = ${id} AND "unpublishAt" <= now() FOR UPDATE SKIP LOCKED`;
  const article = row && (await readArticle(id));
  if (!article?.isLive) throw new Taken();
  return goDark(tx, robot, article, { reason: "expired", notice: null });
}

/** Looks every two seconds, so that what is due is there within five, also after a stop that slept through it. */
export const keepArticlesOnTime = () =>
  repeat({ everyMs: EVERY, firstMs: FIRST }, "due articles could not be looked for", moveDueArticles);
