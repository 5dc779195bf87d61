import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { leafOf, rootOf } from "#lib/polls/merkle.ts";
import { castCellVote } from "#lib/polls/mutations.ts";
import { sealDuePolls, sealPoll } from "#lib/polls/seals.ts";
import { createCellPoll, slipVote, visitor } from "#tests/support/polls.ts";

/** Every subset of a few things. */
const subsetsOf = <T>(all: T[]) =>
  Array.from({ length: 2 ** all.length }, (_, mask) => all.filter((_one, at) => (mask >> at) & 1));

test("nobody finds out by trying which ballots of the board came before an hourly seal", async () => {
  const { poll, cells } = await createCellPoll([3, 3]);
  const [early = [], late = []] = cells.map(({ slips }) => slips);
  for (const code of early) await castCellVote(visitor(), slipVote(poll, code));
  await sealPoll(poll.id);
  for (const code of late) await castCellVote(visitor(), slipVote(poll, code, { option: 1 }));
  await db.poll.update({ where: { id: poll.id }, data: { closesAt: new Date(Date.now() - 1) } });
  await sealDuePolls();

  const board = await db.ballot.findMany({ where: { pollId: poll.id } });
  const leaves = board.map(({ receipt, optionId, further }) => leafOf(receipt, [optionId, ...further]));
  const roots = new Set(subsetsOf(leaves).map(rootOf));
  const [hourly, closing] = await db.seal.findMany({ where: { pollId: poll.id }, orderBy: { number: "asc" } });
  expect(hourly?.ballots).toBe(3);
  expect(roots.has(hourly?.root ?? "")).toBe(false);
  expect(roots.has(closing?.root ?? "")).toBe(true);
});
