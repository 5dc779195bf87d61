import { expect, test } from "vitest";
import { readOpenPolls } from "#lib/polls/on-time.ts";
import { createPoll } from "#tests/support/polls.ts";

const SOON = 1500;
const later = (ms: number) => new Date(Date.now() + ms);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a poll that opens or closes by the clock is seen at once", async () => {
  expect(await readOpenPolls()).toBe("");
  const others = await Promise.all([createPoll({ opensAt: later(-SOON) }), createPoll({ opensAt: later(-SOON) })]);
  const always = others.map((poll) => poll.id).sort((a, b) => a - b);
  const { id } = await createPoll({ opensAt: later(SOON), closesAt: later(2 * SOON) });
  expect(await readOpenPolls()).toBe(always.join());

  await wait(SOON + 50);
  expect(await readOpenPolls()).toBe([...always, id].join());
  await wait(SOON);
  expect(await readOpenPolls()).toBe(always.join());
});
