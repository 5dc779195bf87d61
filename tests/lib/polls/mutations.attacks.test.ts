import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#lib/db.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { REFUSALS } from "#lib/polls/refusals.ts";
import { signVoted } from "#lib/polls/voted-mark.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";
import { createPoll, solvedVote, visitor, wrongCode } from "#tests/support/polls.ts";

const HOUR = 3_600_000;
const ballotsOf = (poll: { id: number }) => db.ballot.count({ where: { pollId: poll.id } });

afterEach(() => void vi.useRealTimers());

/** What a node whose clock is wrong does: its database goes by its own. */
async function atClock<T>(offset: number, work: () => Promise<T>) {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + offset });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}

test("a challenge sent for all options, by two nodes an hour apart and from many addresses, is one ballot", async () => {
  const poll = await createPoll();
  const vote = solvedVote(poll);
  const papers = poll.options.map(({ id }, at) => [visitor(`address ${at}`), { ...vote, optionId: id }] as const);

  const behind = await atClock(-HOUR, () => Promise.all(papers.map(([from, paper]) => castVote(from, paper))));
  const here = await Promise.all(papers.map(([from, paper]) => castVote(from, paper)));
  const ahead = await atClock(HOUR, () => Promise.all(papers.map(([from, paper]) => castVote(from, paper))));

  expect(new Set([...behind, ...here, ...ahead].map(({ receipt }) => receipt)).size).toBe(1);
  expect(await ballotsOf(poll)).toBe(1);
});

test("a node an hour ahead neither closes a poll early nor opens one, and one an hour behind keeps none open", async () => {
  const soon = Date.now() + HOUR / 2;
  const [closing, opening] = [
    await createPoll({ closesAt: new Date(soon) }),
    await createPoll({ opensAt: new Date(soon) }),
  ];
  const closed = await createPoll({ closesAt: new Date(Date.now() - HOUR / 2) });

  await atClock(HOUR, async () => {
    await castVote(visitor(), solvedVote(closing));
    await expect(castVote(visitor(), solvedVote(opening))).rejects.toThrow(REFUSALS.dong.sentence);
  });
  await atClock(-HOUR, async () => {
    await expect(castVote(visitor(), solvedVote(closed))).rejects.toThrow(REFUSALS.dong.sentence);
  });

  expect(await Promise.all([closing, opening, closed].map(ballotsOf))).toEqual([1, 0, 0]);
});

test("votes that rain across the closing second are told the truth, each of them", async () => {
  const poll = await createPoll({ closesAt: new Date(Date.now() + 1000) });
  const told: string[] = [];
  const refused: string[] = [];
  const voter = async () => {
    while (refused.length < 40)
      await castVote(visitor(), solvedVote(poll)).then(
        ({ receipt }) => told.push(receipt),
        ({ message }: Error) => refused.push(message),
      );
  };

  await Promise.all(Array.from({ length: 8 }, voter));

  expect(new Set(refused)).toEqual(new Set([REFUSALS.dong.sentence]));
  const ballots = await db.ballot.findMany({ where: { pollId: poll.id }, select: { receipt: true } });
  expect(ballots.map(({ receipt }) => receipt).sort()).toEqual(told.sort());
  const [row] = await ownerQuery<{ late: boolean }>(
    // times are kept rounded to a millisecond: the last may be the closing one
    `SELECT bool_or(b."castAt" > p."closesAt") AS late FROM "Ballot" b JOIN "Poll" p ON p.id = b."pollId"`,
  );
  expect(row?.late).toBe(false);
});

test("right and wrong answers to one challenge at once are one ballot or none, and everybody is told which", async () => {
  const poll = await createPoll();
  const vote = solvedVote(poll);
  const wrong = { ...vote, code: wrongCode(vote.code) };

  const outcomes = await Promise.allSettled(
    [wrong, vote, wrong, vote, wrong, vote].map((one) => castVote(visitor(), one)),
  );
  await wait(50);

  const told = outcomes.filter(({ status }) => status === "fulfilled").length;
  expect([0, 3]).toContain(told);
  expect(await ballotsOf(poll)).toBe(told === 0 ? 0 : 1);
});

test("a mark of another browser, of another poll or made up does not keep a voter from voting, nor let one vote twice", async () => {
  const [poll, other] = [await createPoll(), await createPoll()];
  const { receipt } = await castVote(visitor(), solvedVote(poll));
  const mark = signVoted(poll.slug, receipt);

  for (const voted of [signVoted(other.slug, receipt), `${receipt}.${"A".repeat(43)}`, mark.toLowerCase()])
    await castVote(visitor(), { ...solvedVote(poll), voted });
  await expect(castVote(visitor(), { ...solvedVote(poll), voted: mark })).rejects.toThrow(
    REFUSALS["da-bo-phieu"].sentence,
  );

  expect(await ballotsOf(poll)).toBe(4);
});

test("a mark whose ballot was lost with a restored backup does not keep its voter from voting again", async () => {
  const poll = await createPoll();
  const { receipt } = await castVote(visitor(), solvedVote(await createPoll()));
  await ownerQuery('ALTER TABLE "Ballot" DISABLE TRIGGER "Ballot_append_only"');
  await ownerQuery('DELETE FROM "Ballot" WHERE receipt = $1', [receipt]);
  await ownerQuery('ALTER TABLE "Ballot" ENABLE TRIGGER "Ballot_append_only"');

  await castVote(visitor(), { ...solvedVote(poll), voted: signVoted(poll.slug, receipt) });

  expect(await ballotsOf(poll)).toBe(1);
});
