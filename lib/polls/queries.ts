import { LRUCache } from "lru-cache";
import { cache } from "react";
import { db } from "#lib/db.ts";
import { oncePerReading } from "#lib/once-per-reading.ts";
import { groupBallots } from "#lib/polls/counting.ts";
import { isOpen } from "#lib/polls/policy.ts";
import { readReceipt } from "#lib/polls/receipt.ts";
import { pollSlug } from "#lib/polls/schema.ts";
import { shareOf, sumChoices, sumCounts, wholePercentages } from "#lib/polls/tally.ts";
import type { Prisma } from "#prisma/client/client.ts";

const readable = {
  id: true,
  slug: true,
  question: true,
  kind: true,
  maxChoices: true,
  results: true,
  commentsAllowed: true,
  opensAt: true,
  closesAt: true,
  options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
  predecessor: { select: { slug: true, question: true } },
} as const;

const closing = { where: { closing: true }, select: { ballots: true } } as const;

const successor = { select: { slug: true, question: true, opensAt: true } } as const;

const newestFirst: Prisma.PollOrderByWithRelationInput[] = [{ opensAt: "desc" }, { id: "desc" }];
/** More than a page has room for; all of them stand on /tham-do. */
const FEW = 10;

type Place = { categoryId: number; articleId: number };

/** The newest poll that takes ballots now and stands at this place, one chosen for it before one that stands everywhere; or null. */
export async function getPollFor(place: Place) {
  const chosen = await listChosenPolls();
  const isHere = ({ categoryIds, articleIds }: (typeof chosen)[number]) =>
    categoryIds.includes(place.categoryId) || articleIds.includes(place.articleId);
  return chosen.find(isHere) ?? (await getCurrentPoll());
}

const listChosenPolls = oncePerReading(() =>
  db.poll.findMany({
    where: takingBallots({ placement: "chosen" }),
    orderBy: newestFirst,
    select: { ...readable, categoryIds: true, articleIds: true },
  }),
);

/** The polls that take ballots now and were placed on this category, newest first. */
export const listPollsOfCategory = (categoryId: number) =>
  db.poll.findMany({
    where: takingBallots({ placement: "chosen", categoryIds: { has: categoryId } }),
    orderBy: newestFirst,
    take: FEW,
    select: { slug: true, question: true },
  });

/** The newest poll that takes ballots now and stands everywhere, or null. */
export const getCurrentPoll = oncePerReading(() =>
  db.poll.findFirst({
    where: takingBallots({ placement: "everywhere" }),
    orderBy: newestFirst,
    select: readable,
  }),
);

function takingBallots(where: Prisma.PollWhereInput) {
  const now = new Date();
  return { AND: [where, { opensAt: { lte: now }, OR: [{ closesAt: null }, { closesAt: { gt: now } }] }] };
}

/** One poll, open or closed; a poll that has not opened yet does not exist for the public. */
export const getPoll = cache(async (slug: string) => {
  if (!pollSlug.safeParse(slug).success) return null;
  const now = new Date();
  const poll = await db.poll.findUnique({
    where: { slug, opensAt: { lte: now } },
    select: { ...readable, seals: closing, successor },
  });
  if (!poll) return null;
  const { seals, successor: next, ...row } = poll;
  const hasOpened = next !== null && next.opensAt <= now;
  return { ...row, successor: hasOpened ? next : null, open: isOpen(row, now), sealed: seals[0]?.ballots ?? null };
});

const periods = new LRUCache<string, { opensAt: Date; closesAt: Date | null }>({ max: 200, ttl: 5000 });

/** Whether a code may be shown for this poll. A few seconds late after a change: the vote itself asks the database. */
export async function takesBallots(slug: string) {
  const period = periods.get(slug) ?? (await getPoll(slug));
  if (!period) return false;
  if (!periods.has(slug)) periods.set(slug, period);
  return isOpen(period, new Date());
}

/** Whether the public may see any poll, open or closed. */
export const hasPolls = oncePerReading(
  async () => (await db.poll.count({ where: { opensAt: { lte: new Date() } }, take: 1 })) > 0,
);

/** All polls the public may see, newest first. */
export async function listPolls() {
  const now = new Date();
  const polls = await db.poll.findMany({
    where: { opensAt: { lte: now } },
    orderBy: newestFirst,
    take: 200,
    select: { slug: true, question: true, opensAt: true, closesAt: true },
  });
  return polls.map((poll) => ({ ...poll, open: isOpen(poll, now) }));
}

type Poll = { id: number; kind: "open" | "cells"; options: { id: number; label: string }[] };
type Group = { optionId: number; further: number[]; count: number };

/** Counts the ballots of a poll now; nothing else knows a result. Those set aside by a decision are counted apart. */
export async function countBallots({ id, kind, options }: Poll) {
  const [all, aside] = await Promise.all([groupBallots({ id, kind }), groupSetAside(id)]);
  const apart = sumChoices(options, aside);
  const counts = sumChoices(options, all).map((count, place) => count - (apart[place] ?? 0));
  const setAside = sumCounts(aside);
  const total = sumCounts(all) - setAside;
  const isMultiple = all.some(({ further }) => further.length > 0);
  const percents = isMultiple ? counts.map((count) => shareOf(count, total)) : wholePercentages(counts);
  return {
    total,
    setAside,
    options: options.map((option, place) => ({
      ...option,
      ballots: counts[place] ?? 0,
      percent: percents[place] ?? 0,
      setAside: apart[place] ?? 0,
    })),
    countedAt: new Date(),
  };
}

const groupSetAside = (pollId: number) => db.$queryRaw<Group[]>`
  SELECT b."optionId", b.further, count(*)::int AS count
  FROM "SetAside" s JOIN "SetAsideBallot" a ON a."setAsideId" = s.id JOIN "Ballot" b ON b.id = a."ballotId"
  WHERE s."pollId" = ${pollId} GROUP BY 1, 2`;

/** The receipt in its stored form when it is one of this poll's ballots; says nothing about the choice. */
export async function findReceipt(poll: { id: number }, typed: unknown) {
  const receipt = readReceipt(typed);
  if (!receipt) return undefined;
  const ballot = await db.ballot.findUnique({ where: { receipt, pollId: poll.id }, select: { receipt: true } });
  return ballot?.receipt;
}
