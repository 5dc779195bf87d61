import { LRUCache } from "lru-cache";
import { cache } from "react";
import { db } from "#lib/db.ts";
import { isOpen } from "#lib/polls/policy.ts";
import { readReceipt } from "#lib/polls/receipt.ts";
import { pollSlug } from "#lib/polls/schema.ts";
import { wholePercentages } from "#lib/polls/tally.ts";

const readable = {
  id: true,
  slug: true,
  question: true,
  opensAt: true,
  closesAt: true,
  options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
} as const;

/** The newest poll that takes ballots now, or null. */
export const getCurrentPoll = cache(async () => {
  const now = new Date();
  return await db.poll.findFirst({
    where: { opensAt: { lte: now }, OR: [{ closesAt: null }, { closesAt: { gt: now } }] },
    orderBy: [{ opensAt: "desc" }, { id: "desc" }],
    select: readable,
  });
});

/** One poll, open or closed; a poll that has not opened yet does not exist for the public. */
export const getPoll = cache(async (slug: string) => {
  if (!pollSlug.safeParse(slug).success) return null;
  const now = new Date();
  const poll = await db.poll.findUnique({ where: { slug, opensAt: { lte: now } }, select: readable });
  return poll && { ...poll, open: isOpen(poll, now) };
});

const periods = new LRUCache<string, { opensAt: Date; closesAt: Date | null }>({ max: 200, ttl: 5000 });

/** Whether a code may be shown for this poll. A few seconds late after a change: the vote itself asks the database. */
export async function takesBallots(slug: string) {
  const period = periods.get(slug) ?? (await getPoll(slug));
  if (!period) return false;
  if (!periods.has(slug)) periods.set(slug, period);
  return isOpen(period, new Date());
}

/** All polls the public may see, newest first. */
export async function listPolls() {
  const now = new Date();
  const polls = await db.poll.findMany({
    where: { opensAt: { lte: now } },
    orderBy: [{ opensAt: "desc" }, { id: "desc" }],
    take: 200,
    select: { slug: true, question: true, opensAt: true, closesAt: true },
  });
  return polls.map((poll) => ({ ...poll, open: isOpen(poll, now) }));
}

type Poll = { id: number; options: { id: number; label: string }[] };

/** Counts the ballots of a poll now; nothing else knows a result. */
export async function countBallots({ id, options }: Poll) {
  const groups = await db.ballot.groupBy({ by: ["optionId"], where: { pollId: id }, _count: { _all: true } });
  const counts = options.map((option) => groups.find(({ optionId }) => optionId === option.id)?._count._all ?? 0);
  const percents = wholePercentages(counts);
  return {
    total: counts.reduce((sum, count) => sum + count, 0),
    options: options.map((option, place) => ({
      ...option,
      ballots: counts[place] ?? 0,
      percent: percents[place] ?? 0,
    })),
    countedAt: new Date(),
  };
}

/** The receipt in its stored form when it is one of this poll's ballots; says nothing about the choice. */
export async function findReceipt(poll: { id: number }, typed: unknown) {
  const receipt = readReceipt(typed);
  if (!receipt) return undefined;
  const ballot = await db.ballot.findUnique({ where: { receipt, pollId: poll.id }, select: { receipt: true } });
  return ballot?.receipt;
}
