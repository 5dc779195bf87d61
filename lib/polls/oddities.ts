import type { Actor } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { authorize } from "#lib/errors.ts";
import { canRunPolls } from "#lib/polls/policy.ts";

const FEWEST = 20;
const TIMES_USUAL = 10;
const FEWEST_REGULAR = 8;
const MOST = 30;

type Minute = { at: Date; ballots: number };

/** Minutes with at least twenty ballots and ten times what is usual (the median of the minutes that had any). */
export function findBursts(minutes: Minute[]) {
  const counts = minutes.map(({ ballots }) => ballots).sort((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  const most = Math.max(FEWEST, counts.length > 1 ? usual * TIMES_USUAL : FEWEST);
  return minutes
    .filter(({ ballots }) => ballots >= most)
    .sort((a, b) => b.ballots - a.ballots)
    .slice(0, MOST);
}

/**
 * What looks unlike people, from what is stored: the times of an open poll's ballots. A poll by cells keeps none.
 * The networks' shares are those of the throttle's last ten minutes, over all polls: nothing ties a ballot to a network.
 */
export async function findOddities(actor: Actor, poll: { id: number; kind: "open" | "cells" }) {
  authorize(canRunPolls(actor));
  const networks = await networkShares();
  if (poll.kind === "cells") return { bursts: [], regular: [], networks };
  const [minutes, regular] = await Promise.all([ballotsByMinute(poll.id), regularRuns(poll.id)]);
  return { bursts: findBursts(minutes), regular, networks };
}

const ballotsByMinute = (pollId: number) => db.$queryRaw<Minute[]>`
  SELECT date_trunc('minute', "castAt") AS at, count(*)::int AS ballots FROM "Ballot" WHERE "pollId" = ${pollId} GROUP BY 1`;

type Run = { from: Date; to: Date; ballots: number; seconds: number };

/** Ballots that follow each other at the same distance, to a fifth of a second: people do not, scripts do. */
const regularRuns = (pollId: number) => db.$queryRaw<Run[]>`
  WITH gap AS (
    SELECT "castAt" AS at, row_number() OVER w AS n,
      round(extract(epoch FROM "castAt" - lag("castAt") OVER w) * 5)::int AS fifths
    FROM "Ballot" WHERE "pollId" = ${pollId} WINDOW w AS (ORDER BY "castAt", id)
  ), run AS (
    SELECT at, fifths, n - row_number() OVER (PARTITION BY fifths ORDER BY n) AS island FROM gap WHERE fifths > 0
  )
  SELECT min(at) - make_interval(secs => fifths / 5.0) AS "from", max(at) AS "to", count(*)::int + 1 AS ballots,
    (fifths / 5.0)::float AS seconds
  FROM run GROUP BY fifths, island HAVING count(*) >= ${FEWEST_REGULAR} ORDER BY count(*) DESC LIMIT ${MOST}`;

/** How much of the attempts of the running ten minutes came from the busiest network; its key is a digest that lasts a day. */
async function networkShares() {
  const [row] = await db.$queryRaw<{ networks: number; attempts: number; busiest: number }[]>`
    SELECT count(*)::int AS networks, coalesce(sum(points), 0)::int AS attempts, coalesce(max(points), 0)::int AS busiest
    FROM "RateLimit" WHERE key LIKE 'vote:%' AND expire > ${Date.now()}`;
  return row ?? { networks: 0, attempts: 0, busiest: 0 };
}
