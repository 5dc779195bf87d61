import { LRUCache } from "lru-cache";
import { db } from "#lib/db.ts";

type Group = { optionId: number; further: number[]; count: number };
type Box = { id: number; kind: "open" | "cells" };
/** What was counted up to a ballot before which none can come any more, and that ballot's receipt: a restored box has another. */
type Mark = { upTo: bigint; receipt: string; groups: Group[] };

/** So many ballots after the mark are counted anew each time. */
const STEP = 2000;
const HOUR = 3_600_000;

/** In memory alone, for an hour: what a process says was counted from the ballots by that very process. */
const marks = new LRUCache<number, Mark>({ max: 100, ttl: HOUR });

/**
 * Ballots of a poll by what they name. Those of an open poll come in order, so that only the ones since the last time have
 * to be counted: a million take as long as a thousand.
 */
export async function groupBallots({ id, kind }: Box): Promise<Group[]> {
  if (kind === "cells") return countAfter(id, null);
  const mark = marks.get(id);
  const [since, stands] = await Promise.all([countAfter(id, mark?.upTo ?? null), mark && isInBox(id, mark)]);
  if (mark && !stands) {
    marks.delete(id);
    return countAfter(id, null);
  }
  if (sum(since) > STEP) await moveMark(id, mark);
  return mark ? add(mark.groups, since) : since;
}

/** Counts on from the old mark to a new one, behind which nobody is on the way: voters wait for this moment alone. */
async function moveMark(pollId: number, mark: Mark | undefined) {
  const last = await lastBallot(pollId);
  if (!last || marks.get(pollId) !== mark) return;
  const since = await countAfter(pollId, mark?.upTo ?? null, last.id);
  marks.set(pollId, { upTo: last.id, receipt: last.receipt, groups: mark ? add(mark.groups, since) : since });
}

const isInBox = async (pollId: number, { upTo, receipt }: Mark) =>
  (await db.ballot.count({ where: { id: upTo, pollId, receipt } })) === 1;

/** The last ballot once every one that was on its way is in: none with a smaller number can follow. */
export async function lastBallot(pollId: number) {
  const [, [last]] = await db.$transaction([
    db.$queryRaw`SELECT shut_poll_gate(${pollId})::text`,
    db.$queryRaw<{ id: bigint; receipt: string }[]>`
      SELECT id, receipt FROM "Ballot" WHERE "pollId" = ${pollId} ORDER BY id DESC LIMIT 1`,
  ]);
  return last;
}

const countAfter = (pollId: number, after: bigint | null, upTo: bigint | null = null) =>
  after === null && upTo === null
    ? db.$queryRaw<Group[]>`
        SELECT "optionId", further, count(*)::int AS count FROM "Ballot" WHERE "pollId" = ${pollId} GROUP BY 1, 2`
    : db.$queryRaw<Group[]>`
        SELECT "optionId", further, count(*)::int AS count FROM "Ballot"
        WHERE "pollId" = ${pollId} AND id > ${after ?? 0n} AND id <= ${upTo ?? MOST} GROUP BY 1, 2`;

const MOST = 2n ** 63n - 1n;
const sum = (groups: Group[]) => groups.reduce((total, { count }) => total + count, 0);

function add(counted: Group[], since: Group[]) {
  const nameOf = ({ optionId, further }: Group) => [optionId, ...further].join(",");
  const added = new Map(counted.map((group) => [nameOf(group), group]));
  for (const group of since) {
    const before = added.get(nameOf(group))?.count ?? 0;
    added.set(nameOf(group), { ...group, count: before + group.count });
  }
  return [...added.values()];
}
