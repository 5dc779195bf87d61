import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { exportBoard, listSeals, readBoardPage } from "#lib/polls/board.ts";
import { readMinutes } from "#lib/polls/minutes.ts";
import { castCellVote, castVote } from "#lib/polls/mutations.ts";
import { getPoll } from "#lib/polls/queries.ts";
import { sealAtEnd, sealDuePolls, sealPoll } from "#lib/polls/seals.ts";
import { verifyBoard } from "#lib/polls/verify.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";
import { createCellPoll, createPoll, slipVote, solvedVote, visitor } from "#tests/support/polls.ts";

const close = (id: number) => db.poll.update({ where: { id }, data: { closesAt: new Date(Date.now() - 1) } });

/** A closed poll with two seals, and its exported board as a reader gets it. */
async function closedPoll() {
  const poll = await createPoll();
  const receipts = [];
  for (const option of [0, 1, 1]) receipts.push((await castVote(visitor(), solvedVote(poll, { option }))).receipt);
  await sealPoll(poll.id);
  for (const option of [3, 0]) receipts.push((await castVote(visitor(), solvedVote(poll, { option }))).receipt);
  await close(poll.id);
  await sealDuePolls();
  return { poll, receipts, board: await boardOf(poll.slug) };
}

async function boardOf(slug: string) {
  const poll = await getPoll(slug);
  return JSON.parse(JSON.stringify(poll && (await exportBoard(poll))));
}

function independently(board: object, ...args: string[]) {
  const file = path.join(String(process.env["DATA_DIR"]), "bang-kiem.json");
  writeFileSync(file, JSON.stringify(board));
  const { status, stdout } = spawnSync(process.execPath, ["docs/verify-poll.mjs", file, ...args], { encoding: "utf8" });
  return { status, stdout };
}

test("a closed poll verifies, receipt included, here and by the independent script", async () => {
  const { poll, receipts, board } = await closedPoll();

  expect(verifyBoard(board, receipts[0])).toEqual([]);
  expect(verifyBoard(board, "K7QF3MRT9XHB")).toHaveLength(1);
  expect(independently(board, receipts[4] ?? "")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("OK  5"),
  });
  expect(independently(board, "K7QF-3MRT-9XHB").status).toBe(1);
  expect((await listSeals(poll.id)).map(({ number, ballots, closing }) => [number, ballots, closing])).toEqual([
    [1, 3, false],
    [2, 5, true],
  ]);
  expect(board.board.map(({ receipt }: { receipt: string }) => receipt)).toEqual([...receipts].sort());
});

test("whatever is tampered with is caught, here and by the independent script", async () => {
  const { board } = await closedPoll();
  const [first] = board.board;
  const other = board.poll.options.find(({ id }: { id: number }) => id !== first.options[0]).id;
  const tampered = [
    { ...board, board: board.board.slice(1) },
    { ...board, board: [...board.board, { ...first, receipt: "K7QF3MRT9XHB" }] },
    { ...board, board: [...board.board, first] },
    { ...board, board: [{ ...first, options: [other] }, ...board.board.slice(1)] },
    { ...board, board: [{ ...first, seal: first.seal === 1 ? 2 : 1 }, ...board.board.slice(1)] },
    { ...board, board: board.board.map((ballot: object) => ({ ...ballot, seal: null })) },
    { ...board, seals: board.seals.slice(1) },
    { ...board, seals: [{ ...board.seals[0], root: board.seals[1].root }, board.seals[1]] },
    { ...board, result: { ...board.result, total: 6 } },
    {
      ...board,
      result: {
        ...board.result,
        options: [{ ...board.result.options[0], ballots: 3 }, ...board.result.options.slice(1)],
      },
    },
  ];
  for (const version of tampered) {
    expect(verifyBoard(version)).not.toEqual([]);
    expect(independently(version).status).toBe(1);
  }
});

test("the board shows nothing before the closing seal, and a poll is sealed at its end once", async () => {
  const poll = await createPoll();
  await castVote(visitor(), solvedVote(poll));
  await sealPoll(poll.id);
  expect((await readBoardPage(poll.id, 1)).rows).toEqual([]);
  expect(await boardOf(poll.slug)).toBeNull();
  expect(await readMinutes(poll)).toBeNull();

  await close(poll.id);
  await Promise.all([sealDuePolls(), sealDuePolls(), sealDuePolls()]);
  await sealDuePolls();
  expect((await readBoardPage(poll.id, 1)).rows).toHaveLength(1);
  expect((await listSeals(poll.id)).filter(({ closing }) => closing)).toHaveLength(1);
  await expect(db.poll.update({ where: { id: poll.id }, data: { closesAt: null } })).rejects.toThrow();
  await expect(db.seal.deleteMany({ where: { pollId: poll.id } })).rejects.toThrow();
});

test("an hourly seal comes when an hour has passed and there is something new", async () => {
  const poll = await createPoll({ opensAt: new Date(Date.now() - 7_200_000) });
  await sealDuePolls();
  expect(await listSeals(poll.id)).toHaveLength(0);
  await castVote(visitor(), solvedVote(poll));
  await sealDuePolls();
  await castVote(visitor(), solvedVote(poll));
  await sealDuePolls();
  expect((await listSeals(poll.id)).map(({ ballots }) => ballots)).toEqual([1]);
});

test("votes that come while a poll is sealed are in the next seal, and none is lost", async () => {
  const poll = await createPoll();
  const votes = Array.from({ length: 40 }, () => castVote(visitor(), solvedVote(poll)));
  const seals = Array.from({ length: 3 }, () => sealPoll(poll.id));
  await Promise.all([...votes, ...seals]);
  await close(poll.id);
  await sealDuePolls();

  const board = await boardOf(poll.slug);
  expect(board.board).toHaveLength(40);
  expect(verifyBoard(board)).toEqual([]);
});

test("whoever closes a poll while the clock seals it has the seal when he is answered", async () => {
  const poll = await createPoll();
  await castVote(visitor(), solvedVote(poll));
  await close(poll.id);

  expect(await Promise.all([sealAtEnd(poll.id), sealAtEnd(poll.id), sealAtEnd(poll.id)])).toEqual([true, true, true]);
  expect((await listSeals(poll.id)).map(({ closing }) => closing)).toEqual([true]);
});

test("a poll whose end is moved while it is about to be sealed stays open", async () => {
  const poll = await createPoll({ closesAt: new Date(Date.now() - 1) });
  let sealing: Promise<unknown> = Promise.resolve();
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT shut_poll_gate(${poll.id})::text`;
    sealing = sealPoll(poll.id);
    while (!(await isWaited())) await pause(10);
    await tx.poll.update({ where: { id: poll.id }, data: { closesAt: null } });
  });

  expect(await sealing).toBeUndefined();
  expect(await sealPoll(poll.id)).toMatchObject({ closing: false });
});

/** Whether somebody waits for a lock of this database. */
const isWaited = async () =>
  (
    await ownerQuery(
      "SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    )
  ).length > 0;

test("a poll by cells keeps cell and hour off its board; its protocol keeps small cells back, merged ones together", async () => {
  const { poll, cells } = await createCellPoll([6, 6, 2, 3]);
  const [, second, third, fourth] = cells;
  for (const { slips } of cells)
    for (const [at, code] of slips.entries()) await castCellVote(visitor(), slipVote(poll, code, { option: at % 2 }));
  await sealPoll(poll.id);
  await db.cell.update({ where: { id: third?.id ?? 0 }, data: { successorId: second?.id ?? 0 } });
  await db.voteCode.create({
    data: { digest: "void", pollId: poll.id, cellId: fourth?.id ?? 0, serial: 9, status: "void" },
  });
  await close(poll.id);
  await sealDuePolls();

  const board = await boardOf(poll.slug);
  expect(verifyBoard(board)).toEqual([]);
  expect(Object.keys(board.board[0]).sort()).toEqual(["options", "receipt", "seal", "setAside"]);
  expect(board.board.every(({ seal }: { seal: null }) => seal === null)).toBe(true);
  const minutes = await readMinutes({ ...poll, closesAt: new Date() });
  expect(minutes?.html).toContain('<tr><td>Chi bộ 2</td><td class="giua">8</td><td class="giua">8</td>');
  expect(minutes?.html).not.toContain('<td>Chi bộ 4</td><td class="giua">2');
  expect(minutes?.html).toContain((await listSeals(poll.id)).at(-1)?.root.slice(0, 32));
  const closing = await db.seal.findFirstOrThrow({ where: { pollId: poll.id, closing: true } });
  expect(closing.protocol).toEqual([
    { cell: "Chi bộ 1", issued: 6, used: 6, voided: 0, result: null }, // or Chi bộ 4 would follow by subtraction
    { cell: "Chi bộ 2", issued: 8, used: 8, voided: 0, result: [4, 4, 0, 0] },
    { cell: "Chi bộ 4", issued: 3, used: 3, voided: 1, result: null },
  ]);
});
