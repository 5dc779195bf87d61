import { cache } from "react";
import { db } from "#lib/db.ts";
import { isOpen } from "#lib/polls/policy.ts";

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
  const now = new Date();
  const poll = await db.poll.findUnique({ where: { slug, opensAt: { lte: now } }, select: readable });
  return poll && { ...poll, open: isOpen(poll, now) };
});
