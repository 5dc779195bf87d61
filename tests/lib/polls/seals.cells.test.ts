import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { exportBoard, readBoardPage } from "#lib/polls/board.ts";
import { leafOf, rootOf } from "#lib/polls/merkle.ts";
import { readMinutes } from "#lib/polls/minutes.ts";
import { castCellVote } from "#lib/polls/mutations.ts";
import { showsResult } from "#lib/polls/policy.ts";
import { getPoll } from "#lib/polls/queries.ts";
import { sealDuePolls, sealPoll } from "#lib/polls/seals.ts";
import { createCellPoll, slipVote, visitor } from "#tests/support/polls.ts";

const close = (id: number) => db.poll.update({ where: { id }, data: { closesAt: new Date(Date.now() - 1) } });

/** Every subset of a few things. */
const subsetsOf = <T>(all: T[]) =>
  Array.from({ length: 2 ** all.length }, (_, mask) => all.filter((_one, at) => (mask >> at) & 1));

test("nobody finds out by trying which ballots of the board came before an hourly seal", async () => {
  const { poll, cells } = await createCellPoll([3, 3]);
  const [early = [], late = []] = cells.map(({ slips }) => slips);
  for (const code of early) await castCellVote(visitor(), slipVote(poll, code));
  await sealPoll(poll.id);
  for (const code of late) await castCellVote(visitor(), slipVote(poll, code, { option: 1 }));
  await close(poll.id);
  await sealDuePolls();

  const board = await db.ballot.findMany({ where: { pollId: poll.id } });
  const leaves = board.map(({ receipt, optionId, further }) => leafOf(receipt, [optionId, ...further]));
  const roots = new Set(subsetsOf(leaves).map(rootOf));
  const [hourly, closing] = await db.seal.findMany({ where: { pollId: poll.id }, orderBy: { number: "asc" } });
  expect(hourly?.ballots).toBe(3);
  expect(roots.has(hourly?.root ?? "")).toBe(false);
  expect(roots.has(closing?.root ?? "")).toBe(true);
});

test("a poll by cells with fewer than five ballots publishes neither result nor board, and no poll before its seal", async () => {
  for (const [ballots, isShown] of [
    [4, false],
    [5, true],
  ] as const) {
    const { poll, cells } = await createCellPoll([ballots]);
    for (const code of cells[0]?.slips ?? []) await castCellVote(visitor(), slipVote(poll, code));
    await close(poll.id);
    const closed = await getPoll(poll.slug);
    expect(closed && showsResult(closed, true)).toBe(false);

    await sealDuePolls();
    const sealed = await getPoll(poll.slug);
    expect(sealed && showsResult(sealed, false)).toBe(isShown);
    expect((sealed && (await exportBoard(sealed))) !== null).toBe(isShown);
    expect((await readBoardPage(poll.id, 1)).rows).toHaveLength(isShown ? 5 : 0);
    const minutes = sealed && (await readMinutes(sealed));
    expect(minutes?.html.includes("Rất tốt")).toBe(isShown);
    expect(minutes?.html.includes("không công bố kết quả")).toBe(!isShown);
  }
});
