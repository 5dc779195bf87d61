import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { listPollEvents } from "#lib/polls/events.ts";
import { castCellVote } from "#lib/polls/mutations.ts";
import { listTurnout } from "#lib/polls/protocol.ts";
import { sealPoll } from "#lib/polls/seals.ts";
import { issueSlips, listSlipCells, replaceSlip } from "#lib/polls/slips.ts";
import { clerk, createCellPoll, createPoll, slipVote, visitor } from "#tests/support/polls.ts";

const lastLine = async (id: number) => (await listPollEvents(id))[0]?.sentence;

test("slips are issued by cell, numbered on, shown once and stored as digests alone", async () => {
  const { poll, cells } = await createCellPoll([2, 0]);
  const [one, two] = cells.map(({ id }) => id);
  const counts = { pollId: poll.id, [`cell-${one}`]: "3", [`cell-${two}`]: "12", "cell-999": "" };

  const { issued } = await issueSlips(clerk, counts);
  expect(issued.map(({ cell, slips }) => [cell, slips[0]?.serial, slips.length])).toEqual([
    ["Chi bộ 1", 3, 3],
    ["Chi bộ 2", 1, 12],
  ]);
  const codes = issued.flatMap(({ slips }) => slips.map(({ code }) => code));
  expect(new Set(codes).size).toBe(15);
  expect(JSON.stringify(await db.voteCode.findMany({ where: { pollId: poll.id } }))).not.toContain(codes[0]);
  expect(JSON.stringify(await db.auditEvent.findMany({ select: { detail: true } }))).not.toContain(codes[0]);
  expect(await lastLine(poll.id)).toBe("Phát mã phiếu. Chi bộ 1: 3 phiếu; Chi bộ 2: 12 phiếu.");
  await castCellVote(visitor(), slipVote(poll, codes[0]));
  expect((await listTurnout(poll)).map(({ issued: out, used }) => [out, used])).toEqual([
    [5, 1],
    [12, 0],
  ]);
});

test("the same form sent twice issues once", async () => {
  const { poll, cells } = await createCellPoll([0]);
  const form = { pollId: poll.id, seen: "0", [`cell-${cells[0]?.id}`]: "4" };
  const twice = await Promise.allSettled([issueSlips(clerk, form), issueSlips(clerk, form)]);
  expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.voteCode.count({ where: { pollId: poll.id } })).toBe(4);
});

test("wrong numbers are refused at their cell; no slips for open or closed polls, old cells, or other people", async () => {
  const { poll, cells } = await createCellPoll([1]);
  const field = `cell-${cells[0]?.id}`;
  const wrong = issueSlips(clerk, { pollId: poll.id, [field]: "501" });
  await expect(wrong).rejects.toMatchObject({ issues: [{ path: [field] }] });
  await expect(issueSlips(clerk, { pollId: poll.id })).rejects.toMatchObject({ issues: [{ path: ["cells"] }] });
  const four = { pollId: poll.id, [field]: "4" };
  await expect(issueSlips({ ...clerk, role: "editor" }, four)).rejects.toMatchObject({ code: "forbidden" });
  await expect(issueSlips(clerk, { ...four, pollId: (await createPoll()).id })).rejects.toMatchObject({
    message: "Cuộc thăm dò này không dùng phiếu in.",
  });
  await db.cell.update({ where: { id: cells[0]?.id ?? 0 }, data: { validTo: new Date("2026-01-01") } });
  await expect(issueSlips(clerk, four)).rejects.toMatchObject({ code: "conflict" });
  await db.poll.update({ where: { id: poll.id }, data: { closesAt: new Date() } });
  await expect(issueSlips(clerk, four)).rejects.toMatchObject({ message: expect.stringContaining("đã đóng") });
});

test("a lost slip is voided and another stands in for it; a used one is not", async () => {
  const { poll, cells } = await createCellPoll([2]);
  const [lost, used] = cells[0]?.slips ?? [];
  await castCellVote(visitor(), slipVote(poll, used));
  const form = { pollId: poll.id, cellId: cells[0]?.id, serial: "1", reason: "Bị mất" };

  const { issued } = await replaceSlip(clerk, form);
  expect(issued[0]?.slips[0]?.serial).toBe(3);
  expect(await lastLine(poll.id)).toBe(
    "Hủy một phiếu báo mất và phát phiếu thay. Chi bộ 1: hủy phiếu số 1, phát phiếu số 3. Lý do: Bị mất",
  );
  await expect(castCellVote(visitor(), slipVote(poll, lost))).rejects.toMatchObject({ code: "conflict" });
  await castCellVote(visitor(), slipVote(poll, issued[0]?.slips[0]?.code));
  for (const [serial, sentence] of [
    ["1", "đã hủy trước đó"],
    ["2", "đã dùng để bỏ phiếu"],
    ["9", "không có phiếu số ấy"],
  ])
    await expect(replaceSlip(clerk, { ...form, serial })).rejects.toMatchObject({
      field: "serial",
      message: expect.stringContaining(String(sentence)),
    });
  expect(await listTurnout(poll)).toMatchObject([{ issued: 2, used: 2, voided: 1 }]);
  await db.poll.update({ where: { id: poll.id }, data: { closesAt: new Date(Date.now() - 1) } });
  const seal = await sealPoll(poll.id);
  expect(seal?.protocol).toMatchObject([{ cell: "Chi bộ 1", issued: 2, used: 2, voided: 1, result: null }]);
});

test("voting and voiding at once: one of the two", async () => {
  const { poll, cells } = await createCellPoll([10]);
  const slips = cells[0]?.slips ?? [];
  const outcomes = await Promise.all(
    slips.map(async (code, at) => {
      const form = { pollId: poll.id, cellId: cells[0]?.id, serial: at + 1, reason: "Mất" };
      const both = await Promise.allSettled([castCellVote(visitor(), slipVote(poll, code)), replaceSlip(clerk, form)]);
      return both.filter(({ status }) => status === "fulfilled").length;
    }),
  );
  expect(outcomes).toEqual(slips.map(() => 1));
  const used = await db.voteCode.count({ where: { pollId: poll.id, status: "used" } });
  expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(used);
});

test("a cell that merges carries its slips over", async () => {
  const { poll, cells } = await createCellPoll([2, 1]);
  const [old, heir] = cells;
  await db.cell.update({ where: { id: old?.id ?? 0 }, data: { successorId: heir?.id ?? 0, validTo: new Date() } });

  await castCellVote(visitor(), slipVote(poll, old?.slips[0]));
  expect(await listTurnout(poll)).toMatchObject([{ name: "Chi bộ 2", issued: 3, used: 1 }]);
  const { toIssue, withSlips } = await listSlipCells(clerk, poll.id);
  expect(toIssue.map(({ id }) => id)).not.toContain(old?.id);
  expect(withSlips.map(({ name }) => name)).toEqual(["Chi bộ 1", "Chi bộ 2"]);
  await replaceSlip(clerk, { pollId: poll.id, cellId: old?.id, serial: 2, reason: "Mất" });
  expect(await listTurnout(poll)).toMatchObject([{ name: "Chi bộ 2", issued: 3, used: 1, voided: 1 }]);
});
