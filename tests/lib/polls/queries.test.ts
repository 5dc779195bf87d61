import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { countBallots, findReceipt, getCurrentPoll, getPoll, listPolls, takesBallots } from "#lib/polls/queries.ts";
import { showReceipt } from "#lib/polls/receipt.ts";
import { createPoll, solvedVote, visitor } from "#tests/support/polls.ts";

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test("the current poll is the newest of those that are open", async () => {
  await createPoll({ opensAt: inMinutes(-30) });
  const newest = await createPoll({ opensAt: inMinutes(-20) });
  await createPoll({ opensAt: inMinutes(-10), closesAt: inMinutes(-1) });
  await createPoll({ opensAt: inMinutes(10) });

  expect(await getCurrentPoll()).toMatchObject({ slug: newest.slug, question: newest.question });
});

test("the public reads open and closed polls, none that has not opened", async () => {
  const [open, closed, future] = [
    await createPoll({ closesAt: inMinutes(5) }),
    await createPoll({ closesAt: inMinutes(-5) }),
    await createPoll({ opensAt: inMinutes(5) }),
  ];

  expect(await getPoll(open.slug)).toMatchObject({
    open: true,
    options: open.options.map(({ id, label }) => ({ id, label })),
  });
  expect(await getPoll(closed.slug)).toMatchObject({ open: false });
  expect(await getPoll(future.slug)).toBeNull();
  expect(await getPoll("\0")).toBeNull();

  const slugs = (await listPolls()).map(({ slug }) => slug);
  expect(slugs).toEqual(expect.arrayContaining([open.slug, closed.slug]));
  expect(slugs).not.toContain(future.slug);

  const shown = [open, closed, future].map(({ slug }) => takesBallots(slug));
  expect(await Promise.all(shown)).toEqual([true, false, false]);
  expect(await takesBallots(open.slug)).toBe(true);
});

test("what will stand in for a poll is named once it has opened", async () => {
  const poll = await createPoll({ closesAt: inMinutes(-5) });
  const next = await createPoll({ predecessorId: poll.id, opensAt: inMinutes(5) });
  expect(await getPoll(poll.slug)).toMatchObject({ successor: null });

  await db.poll.update({ where: { id: next.id }, data: { opensAt: inMinutes(-1) } });
  expect(await getPoll(poll.slug)).toMatchObject({ successor: { slug: next.slug, question: next.question } });
  expect(await getPoll(next.slug)).toMatchObject({ predecessor: { slug: poll.slug } });
});

test("a result is counted from the ballots of this poll alone, options without ballots included", async () => {
  const [poll, other] = [await createPoll(), await createPoll()];
  for (const option of [0, 0, 3]) await castVote(visitor(), solvedVote(poll, { option }));
  await castVote(visitor(), solvedVote(other));

  const { total, options } = await countBallots(poll);

  expect(total).toBe(3);
  expect(options.map(({ label, ballots, percent }) => [label, ballots, percent])).toEqual([
    ["Rất tốt", 2, 67],
    ["Tốt", 0, 0],
    ["Bình thường", 0, 0],
    ["Chưa tốt", 1, 33],
  ]);
});

test("a receipt is found as it was shown, in its own poll only", async () => {
  const [poll, other] = [await createPoll(), await createPoll()];
  const { receipt } = await castVote(visitor(), solvedVote(poll));

  expect(await findReceipt(poll, showReceipt(receipt).toLowerCase())).toBe(receipt);
  expect(await findReceipt(other, receipt)).toBeUndefined();
  expect(await findReceipt(poll, "K7QF3MRT9XHB")).toBeUndefined();
  expect(await findReceipt(poll, ["K7QF3MRT9XHB"])).toBeUndefined();
});
