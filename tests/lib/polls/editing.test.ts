import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { getPollToRun, listPollsToRun } from "#lib/polls/editing.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { clerk, createPoll, solvedVote, visitor } from "#tests/support/polls.ts";

const HOUR = 3_600_000;

test("those who run polls see each with its state, its ballots and the comments that wait", async () => {
  const coming = await createPoll({ opensAt: new Date(Date.now() + HOUR) });
  const open = await createPoll({ commentsAllowed: true, results: "after_vote" });
  const closed = await createPoll({ closesAt: new Date(Date.now() - 1000) });
  await castVote(visitor(), solvedVote(open));
  const day = new Date("2026-11-24");
  await db.pollComment.create({ data: { id: "a", pollId: open.id, day, text: "Chờ" } });
  await db.pollComment.create({ data: { id: "b", pollId: open.id, day, text: "Ẩn", status: "hidden" } });

  const found = new Map((await listPollsToRun(clerk)).map((poll) => [poll.id, poll]));
  expect([coming, open, closed].map(({ id }) => found.get(id)?.state)).toEqual(["coming", "open", "closed"]);
  expect(found.get(open.id)).toMatchObject({ ballots: 1, waiting: 1 });
  expect(await getPollToRun(clerk, open.id)).toMatchObject({ ballots: 1, hasCodes: false, showsResult: false });
  expect(await getPollToRun(clerk, closed.id)).toMatchObject({ showsResult: true, showsBoard: false });
  expect(await getPollToRun(clerk, 999_999)).toBeNull();
});

test("nobody else reads them", async () => {
  const publisher = { ...clerk, role: "publisher" } as const;
  await expect(listPollsToRun(publisher)).rejects.toMatchObject({ code: "forbidden" });
  await expect(getPollToRun(publisher, 1)).rejects.toMatchObject({ code: "forbidden" });
});
