import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { db, type Transaction } from "#lib/db.ts";
import { castCellVote, castVote } from "#lib/polls/mutations.ts";
import { REFUSALS } from "#lib/polls/refusals.ts";
import { createCellPoll, createPoll, slipVote, solvedVote, visitor } from "#tests/support/polls.ts";

/** What becomes of a vote that came while an administrator's change was under way, and waited for it. */
async function voteDuring<T>(pollId: number, change: (tx: Transaction) => Promise<unknown>, cast: () => Promise<T>) {
  let vote: Promise<T> | undefined;
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT shut_poll_gate(${pollId})::text`;
    vote = cast();
    vote.catch(() => {});
    while (!(await someoneWaits(tx))) await pause(10);
    await change(tx);
  });
  return vote;
}

async function someoneWaits(tx: Transaction) {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM pg_locks WHERE NOT granted AND locktype = 'advisory'
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) AS found`;
  return row?.found === true;
}

test("an option that was taken away meanwhile is refused in words, and the same code still votes for another", async () => {
  const poll = await createPoll();
  const vote = solvedVote(poll);
  const id = Number(vote.optionId);

  const late = voteDuring(
    poll.id,
    (tx) => tx.pollOption.delete({ where: { id } }),
    () => castVote(visitor(), vote),
  );

  await expect(late).rejects.toMatchObject({ message: REFUSALS["chua-chon"].sentence });
  await castVote(visitor(), { ...vote, optionId: poll.options[1]?.id });
  expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(1);
});

test("one of several chosen options that was taken away meanwhile is refused in words too", async () => {
  const poll = await createPoll({ maxChoices: 2 });
  const [first, second] = poll.options.map(({ id }) => id);

  const late = voteDuring(
    poll.id,
    (tx) => tx.pollOption.delete({ where: { id: second ?? 0 } }),
    () => castVote(visitor(), { ...solvedVote(poll), optionId: [first, second] }),
  );

  await expect(late).rejects.toMatchObject({ message: REFUSALS["chua-chon"].sentence });
  expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(0);
});

test("a slip that was voided meanwhile stays void, and its ballot is not counted", async () => {
  const { poll, cells } = await createCellPoll([1]);

  const late = voteDuring(
    poll.id,
    (tx) => tx.voteCode.updateMany({ where: { pollId: poll.id }, data: { status: "void" } }),
    () => castCellVote(visitor(), slipVote(poll, cells[0]?.slips[0])),
  );

  await expect(late).rejects.toMatchObject({ message: REFUSALS["phieu-huy"].sentence });
  expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(0);
  expect(await db.voteCode.findMany({ where: { pollId: poll.id } })).toMatchObject([{ status: "void" }]);
});
