import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { findBursts, findOddities } from "#lib/polls/oddities.ts";
import { clerk, createCellPoll, createPoll, solvedVote, visitor } from "#tests/support/polls.ts";

const START = Date.UTC(2026, 10, 24, 3, 0, 0);
const minute = (at: number, ballots: number) => ({ at: new Date(START + at * 60_000), ballots });

test.each([
  ["a quiet poll", [minute(0, 3), minute(1, 4)], []],
  ["one busy minute among quiet ones", [minute(0, 3), minute(1, 400), minute(2, 2)], [400]],
  ["a busy office all along", [minute(0, 30), minute(1, 40), minute(2, 35)], []],
  ["nothing but one burst", [minute(0, 20)], [20]],
])("%s", (_name, minutes, found) => {
  expect(findBursts(minutes).map(({ ballots }) => ballots)).toEqual(found);
});

async function ballotsAt(pollId: number, optionId: number, times: number[]) {
  await db.ballot.createMany({
    data: times.map((time) => ({
      pollId,
      optionId,
      challengeId: `c${pollId}-${time}`,
      receipt: `r${pollId}-${time}`,
      castAt: new Date(START + time),
    })),
  });
}

test("ballots that follow each other like clockwork are found, people's are not", async () => {
  const poll = await createPoll();
  const people = [500, 4100, 9700, 31_000, 46_300, 58_800, 77_100, 91_900, 118_000, 140_400];
  const script = Array.from({ length: 12 }, (_, index) => 600_000 + index * 2000 + (index % 3) * 20);
  await ballotsAt(poll.id, poll.options[0]?.id ?? 0, [...people, ...script]);

  const { regular, bursts } = await findOddities(clerk, poll);
  expect(regular).toEqual([
    { from: expect.any(Date), to: new Date(START + 600_000 + 11 * 2000 + 40), ballots: 12, seconds: 2 },
  ]);
  expect(Math.abs((regular[0]?.from.getTime() ?? 0) - START - 600_000)).toBeLessThan(100);
  expect(bursts).toEqual([]);
});

test("one network's share is that of the throttle's window; a poll by cells has no times to look at", async () => {
  const poll = await createPoll();
  for (const network of ["office", "office", "office", "home"]) await castVote(visitor(network), solvedVote(poll));
  expect((await findOddities(clerk, poll)).networks).toEqual({ networks: 2, attempts: 4, busiest: 3 });
  const { poll: cells } = await createCellPoll([1]);
  expect(await findOddities(clerk, cells)).toMatchObject({ bursts: [], regular: [] });
  await expect(findOddities({ ...clerk, role: "editor" }, poll)).rejects.toMatchObject({ code: "forbidden" });
});
