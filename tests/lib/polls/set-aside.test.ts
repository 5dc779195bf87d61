import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { exportBoard } from "#lib/polls/board.ts";
import { listPollEvents } from "#lib/polls/events.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { countBallots } from "#lib/polls/queries.ts";
import { closePollNow } from "#lib/polls/running.ts";
import { countSuspects, setAsideBallots } from "#lib/polls/set-aside.ts";
import { verifyBoard } from "#lib/polls/verify.ts";
import { isoSecond } from "#lib/time.ts";
import { clerk, createPoll, solvedVote, visitor } from "#tests/support/polls.ts";

async function pollWithVotes(count: number) {
  const poll = await createPoll();
  const receipts = [];
  for (let at = 0; at < count; at++)
    receipts.push((await castVote(visitor(), solvedVote(poll, { option: at % 2 }))).receipt);
  const period = { from: isoSecond(new Date(Date.now() - 60_000)), to: isoSecond(new Date()) };
  return { poll, receipts, period };
}

test("suspected ballots are counted apart, everywhere alike, and never leave the box", async () => {
  const { poll, period } = await pollWithVotes(6);
  expect(await countSuspects(clerk, poll.id, period)).toEqual({ ballots: 6 });
  const decision = { pollId: poll.id, ...period, expected: "6", reason: "Gửi cách đều" };
  const twice = await Promise.allSettled([setAsideBallots(clerk, decision), setAsideBallots(clerk, decision)]);
  expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);

  await castVote(visitor(), solvedVote(poll, { option: 3 }));
  const result = await countBallots(poll);
  expect(result).toMatchObject({ total: 1, setAside: 6 });
  expect(result.options.map(({ ballots, setAside }) => [ballots, setAside])).toEqual([
    [0, 3],
    [0, 3],
    [0, 0],
    [1, 0],
  ]);
  expect((await listPollEvents(poll.id))[0]?.sentence).toMatch(
    /^Quyết định để riêng một số phiếu\. 6 phiếu, gửi từ .* đến .*\. Lý do: Gửi cách đều$/,
  );

  await closePollNow(clerk, { pollId: poll.id, reason: "Xong" });
  const board = await exportBoard(
    await db.poll.findUniqueOrThrow({ where: { id: poll.id }, include: { options: true } }),
  );
  expect(board?.board.filter(({ setAside }) => setAside)).toHaveLength(6);
  expect(board?.result).toMatchObject({ total: 1, setAside: 6 });
  expect(verifyBoard(JSON.parse(JSON.stringify(board)))).toEqual([]);
  expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(7);
});

test("a decision is about the ballots that were shown, and single voters stay hidden while the poll is open", async () => {
  const { poll, receipts, period } = await pollWithVotes(5);
  const base = { pollId: poll.id, reason: "Nghi ngờ" };
  await expect(setAsideBallots(clerk, { ...base, ...period, expected: 8 })).rejects.toMatchObject({
    message: expect.stringContaining("Lúc này là 5 phiếu"),
  });
  expect(await db.setAside.count({ where: { pollId: poll.id } })).toBe(0);
  const one = { ...base, receipts: String(receipts[0]), expected: 1 };
  await expect(setAsideBallots(clerk, one)).rejects.toMatchObject({ message: expect.stringContaining("đang mở") });
  await closePollNow(clerk, { pollId: poll.id, reason: "Xong" });
  await setAsideBallots(clerk, one);
  expect(await countBallots(poll)).toMatchObject({ total: 4, setAside: 1 });
});

test("what is no receipt or no time is told, and only administrators decide", async () => {
  const { poll, period } = await pollWithVotes(1);
  expect(await countSuspects(clerk, poll.id, { receipts: "xyz" })).toEqual({
    error: "“xyz” không phải mã biên nhận.",
  });
  expect(await countSuspects(clerk, poll.id, { from: "hôm qua", to: "" })).toHaveProperty("error");
  const decision = { pollId: poll.id, ...period, expected: 1, reason: "A" };
  await expect(setAsideBallots({ ...clerk, role: "publisher" }, decision)).rejects.toMatchObject({ code: "forbidden" });
  await expect(setAsideBallots(clerk, { ...decision, reason: "" })).rejects.toMatchObject({
    issues: [{ path: ["reason"] }],
  });
});
