import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { createPollWatch } from "#lib/polls/on-time.ts";
import { createPoll } from "#tests/support/polls.ts";

const SOON = 1500;
const later = (ms: number) => new Date(Date.now() + ms);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a poll that opens or closes by the clock is noticed once", async () => {
  const hasMoved = createPollWatch();
  expect(await hasMoved()).toBe(false);
  await createPoll({ opensAt: later(SOON), closesAt: later(2 * SOON) });
  expect(await hasMoved()).toBe(false);

  await wait(SOON + 50);
  expect([await hasMoved(), await hasMoved()]).toEqual([true, false]);
  await wait(SOON);
  expect([await hasMoved(), await hasMoved()]).toEqual([true, false]);
  expect(await db.poll.count()).toBe(1);
});
