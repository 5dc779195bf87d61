import type { Transaction } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";

/**
 * One poll with its gate shut: voters on their way are in, others wait for this transaction's end, and what is read here
 * still holds at its commit. `now` is the database's clock; `lastEvent` the newest line of the log, 0 without one.
 */
export async function lockPoll(tx: Transaction, pollId: number) {
  await tx.$queryRaw`SELECT shut_poll_gate(${pollId})::text`;
  const poll = await tx.poll.findUnique({ where: { id: pollId }, select: locked });
  if (!poll) throw new AppError("not-found", "Không có cuộc thăm dò này.");
  const [clock] = await tx.$queryRaw<{ now: Date; ballots: boolean; codes: boolean }[]>`
    SELECT date_trunc('milliseconds', clock_timestamp()) AS now,
      EXISTS (SELECT FROM "Ballot" WHERE "pollId" = ${pollId}) AS ballots,
      EXISTS (SELECT FROM "VoteCode" WHERE "pollId" = ${pollId}) AS codes`;
  const { events, ...row } = poll;
  return {
    ...row,
    lastEvent: events[0]?.id ?? 0,
    now: clock?.now ?? new Date(),
    hasBallots: clock?.ballots ?? true,
    hasCodes: clock?.codes ?? true,
  };
}

export type LockedPoll = Awaited<ReturnType<typeof lockPoll>>;

const locked = {
  id: true,
  slug: true,
  question: true,
  kind: true,
  maxChoices: true,
  opensAt: true,
  closesAt: true,
  results: true,
  commentsAllowed: true,
  placement: true,
  categoryIds: true,
  articleIds: true,
  options: { orderBy: { position: "asc" }, select: { id: true, label: true } },
  successor: { select: { id: true } },
  events: { orderBy: { id: "desc" }, take: 1, select: { id: true } },
} as const;

/** Whoever works from a page that is older than the poll's log is told so, and nothing is lost. */
export function refuseOutdated({ lastEvent }: LockedPoll, seen: number | undefined) {
  if (seen === undefined || seen === lastEvent) return;
  throw new AppError(
    "conflict",
    "Cuộc thăm dò vừa được thay đổi ở nơi khác. Hãy mở lại trang này ở một thẻ mới, xem lại rồi làm tiếp.",
  );
}
