import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { castCellVote, castVote } from "#lib/polls/mutations.ts";
import { REFUSALS, type Refusal } from "#lib/polls/refusals.ts";
import { signVoted } from "#lib/polls/voted-mark.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";
import { createCellPoll, createPoll, slipVote, solvedVote, visitor } from "#tests/support/polls.ts";

const refused = (word: Refusal) => ({ name: "AppError", message: REFUSALS[word].sentence });
const statuses = async (pollId: number) =>
  (await db.voteCode.findMany({ where: { pollId }, orderBy: { serial: "asc" } })).map(({ status }) => status);

test("a slip is one ballot, however often and from wherever it is sent", async () => {
  const { poll, cells } = await createCellPoll([3]);
  const vote = slipVote(poll, cells[0]?.slips[0], { option: 2 });

  const receipts = await Promise.all(Array.from({ length: 10 }, () => castCellVote(visitor(), vote)));
  expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
  await expect(castCellVote(visitor(), slipVote(poll, vote.code, { option: 1 }))).rejects.toMatchObject(
    refused("phieu-da-dung"),
  );

  const ballots = await db.ballot.findMany({ where: { pollId: poll.id } });
  expect(ballots.map(({ optionId, cellId }) => [optionId, cellId])).toEqual([[poll.options[2]?.id, cells[0]?.id]]);
  expect(await statuses(poll.id)).toEqual(["used", "unused", "unused"]);
});

/** How the marks of a poll look from inside the database: how many ages there are, and where the last one used stands. */
async function marksOf(pollId: number, lastSerial: number) {
  const [row] = await ownerQuery<{ ages: number; place: number }>(
    `WITH marks AS (
       SELECT serial, xmin::text AS age, row_number() OVER (ORDER BY ctid)::int AS place
       FROM "VoteCode" WHERE "pollId" = $1 AND status = 'used'
     )
     SELECT (SELECT count(DISTINCT age)::int FROM marks) AS ages, (SELECT place FROM marks WHERE serial = $2) AS place`,
    [pollId, lastSerial],
  );
  return row;
}

test("nothing joins a slip to its ballot: no key, no hour, no age and no place of a row", async () => {
  const { poll, cells } = await createCellPoll([40]);
  const places = new Set<number | undefined>();
  for (const [at, code] of cells[0]?.slips.entries() ?? []) {
    await castCellVote(visitor(), slipVote(poll, code, { option: at % 4 }));
    const marks = await marksOf(poll.id, at + 1);
    expect(marks?.ages).toBe(1);
    if (at >= 20) places.add(marks?.place);
  }
  expect(places.size).toBeGreaterThan(5);

  const [row] = await ownerQuery<{ hours: number }>(
    `SELECT count(*)::int AS hours FROM "Ballot" WHERE "pollId" = $1 AND "castAt" <> date_trunc('day', "castAt", 'Asia/Ho_Chi_Minh')`,
    [poll.id],
  );
  expect(row).toEqual({ hours: 0 });
  const ballots = await db.ballot.findMany({ where: { pollId: poll.id }, orderBy: { id: "asc" } });
  expect(ballots.every(({ id, challengeId }) => id < 0n && challengeId === null)).toBe(true);
});

test("a slip that is unknown, void, of another poll or late counts nothing", async () => {
  const [{ poll, cells }, other] = [await createCellPoll([3]), await createCellPoll([1])];
  const [first, second] = cells[0]?.slips ?? [];
  await db.voteCode.updateMany({ where: { pollId: poll.id, serial: 1 }, data: { status: "void" } });

  await expect(castCellVote(visitor(), slipVote(poll, first))).rejects.toMatchObject(refused("phieu-huy"));
  await expect(castCellVote(visitor(), slipVote(poll, "K7QF3MRT9XHB2CGJ"))).rejects.toMatchObject(refused("phieu-sai"));
  await expect(castCellVote(visitor(), slipVote(poll, other.cells[0]?.slips[0]))).rejects.toMatchObject(
    refused("phieu-sai"),
  );
  await db.poll.update({ where: { id: poll.id }, data: { closesAt: new Date() } });
  await expect(castCellVote(visitor(), slipVote(poll, second))).rejects.toMatchObject(refused("dong"));

  expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(0);
  expect(await statuses(poll.id)).toEqual(["void", "unused", "unused"]);
});

test("whole cells vote at once, each slip once", async () => {
  const { poll, cells } = await createCellPoll([20, 20]);
  const votes = cells.flatMap(({ slips }) => slips.map((code, at) => slipVote(poll, code, { option: at % 4 })));

  const receipts = await Promise.all([...votes, ...votes].map((vote) => castCellVote(visitor(), vote)));

  expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(40);
  expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(40);
  const ages = await ownerQuery(
    `SELECT 1 FROM "VoteCode" WHERE "pollId" = $1 GROUP BY "cellId" HAVING count(DISTINCT xmin::text) > 1`,
    [poll.id],
  );
  expect(ages).toEqual([]);
});

test("a poll by cells takes no picture's code", async () => {
  const { poll } = await createCellPoll([1]);
  await expect(castVote(visitor(), solvedVote(poll))).rejects.toMatchObject(refused("chua-chon"));
});

test("a multiple choice takes as many options as it allows", async () => {
  const poll = await createPoll({ maxChoices: 2 });
  const [a, b, c] = poll.options.map(({ id }) => id);

  await castVote(visitor(), { ...solvedVote(poll), optionId: [b, a, b] });
  await expect(castVote(visitor(), { ...solvedVote(poll), optionId: [a, b, c] })).rejects.toMatchObject(
    refused("qua-so-y"),
  );

  const ballots = await db.ballot.findMany({ where: { pollId: poll.id } });
  expect(ballots.map(({ optionId, further }) => [optionId, further])).toEqual([[a, [b]]]);
});

test("a browser that has voted is told so, and keeps its receipt", async () => {
  const poll = await createPoll();
  const vote = solvedVote(poll);
  const { receipt } = await castVote(visitor(), vote);
  const voted = signVoted(poll.slug, receipt);

  await expect(castVote(visitor(), { ...solvedVote(poll), voted })).rejects.toMatchObject(refused("da-bo-phieu"));
  expect(await castVote(visitor(), { ...vote, voted })).toEqual({ receipt });
  await castVote(visitor(), { ...solvedVote(poll), voted: `${voted}x` });
});

test("the first ballot freezes question and options, for everybody", async () => {
  const poll = await createPoll();
  await db.poll.update({ where: { id: poll.id }, data: { question: "Câu hỏi đã sửa" } });
  await castVote(visitor(), solvedVote(poll));
  const [first] = poll.options;

  await expect(db.poll.update({ where: { id: poll.id }, data: { question: "Khác" } })).rejects.toThrow();
  await expect(db.pollOption.update({ where: { id: first?.id ?? 0 }, data: { label: "Khác" } })).rejects.toThrow();
  await expect(ownerQuery(`DELETE FROM "PollOption" WHERE id = $1`, [poll.options[3]?.id])).rejects.toThrow();
  await expect(db.pollOption.create({ data: { pollId: poll.id, position: 9, label: "Khác" } })).rejects.toThrow();
});

test("a mark stays: the application neither takes one back nor moves or deletes a slip", async () => {
  const { poll, cells } = await createCellPoll([2, 1]);
  await castCellVote(visitor(), slipVote(poll, cells[0]?.slips[0]));
  const used = { pollId: poll.id, status: "used" } as const;

  for (const data of [{ status: "unused" }, { status: "void" }, { serial: 9 }, { cellId: cells[1]?.id ?? 0 }] as const)
    await expect(db.voteCode.updateMany({ where: used, data })).rejects.toThrow();
  await expect(db.voteCode.deleteMany({ where: { pollId: poll.id } })).rejects.toThrow();
  expect((await statuses(poll.id)).sort()).toEqual(["unused", "unused", "used"]);
});
