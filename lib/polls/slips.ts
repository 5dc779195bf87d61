import type { Actor } from "#lib/actor.ts";
import { publishing } from "#lib/content-version.ts";
import { db, type Transaction } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { recordPollAct } from "#lib/polls/events.ts";
import { type LockedPoll, lockPoll, refuseOutdated } from "#lib/polls/locked.ts";
import { canRunPolls } from "#lib/polls/policy.ts";
import { issueSlipsInput, replaceSlipInput } from "#lib/polls/slip-schema.ts";
import { digestOf, newVoteCode } from "#lib/polls/vote-code.ts";

const byName = new Intl.Collator("vi", { numeric: true }).compare;

/**
 * Issues slips and returns their codes, by cell: the only time that anybody sees them, for what is stored are keyed digests.
 * A slip's number goes on from the cell's last one.
 */
export async function issueSlips(actor: Actor, input: unknown) {
  const { pollId, seen, cells } = issueSlipsInput.parse(input);
  authorize(canRunPolls(actor));

  return publishing(async (tx) => {
    const poll = await lockPoll(tx, pollId);
    refuseOutdated(poll, seen);
    refuseSlips(poll);
    const named = await cellsToday(tx, cells);
    const issued = [];
    for (const { id, name, count } of named) issued.push({ cell: name, slips: await addSlips(tx, pollId, id, count) });
    await recordPollAct(tx, actor, pollId, "issue-codes", { note: issueNote(named) });
    return { poll, issued };
  });
}

/** Voids a lost slip and issues another in its place. A slip that has been used cannot be voided: nobody knows its ballot. */
export async function replaceSlip(actor: Actor, input: unknown) {
  const { pollId, seen, cellId, serial, reason } = replaceSlipInput.parse(input);
  authorize(canRunPolls(actor));

  return publishing(async (tx) => {
    const poll = await lockPoll(tx, pollId);
    refuseOutdated(poll, seen);
    refuseSlips(poll);
    await voidSlip(tx, { pollId, cellId, serial });
    const { name } = await tx.cell.findUniqueOrThrow({ where: { id: cellId }, select: { name: true } });
    const slips = await addSlips(tx, pollId, cellId, 1, serial);
    const note = `${name}: hủy phiếu số ${serial}, phát phiếu số ${slips[0]?.serial}. Lý do: ${reason}`;
    await recordPollAct(tx, actor, pollId, "void-code", { note });
    return { poll, issued: [{ cell: name, slips }] };
  });
}

/** The cells that slips can be issued to now, and those that have some in this poll, also under an old name. */
export async function listSlipCells(actor: Actor, pollId: number) {
  authorize(canRunPolls(actor));
  const cells = await db.cell.findMany({
    where: { OR: [{ successorId: null, validTo: null }, { codes: { some: { pollId } } }] },
    select: {
      id: true,
      name: true,
      successorId: true,
      validTo: true,
      _count: { select: { codes: { where: { pollId } } } },
    },
  });
  const sorted = cells.sort((a, b) => byName(a.name, b.name));
  return {
    toIssue: sorted.filter(isOfToday).map(({ id, name }) => ({ id, name })),
    withSlips: sorted.filter(({ _count }) => _count.codes > 0).map(({ id, name }) => ({ id, name })),
  };
}

const isOfToday = ({ successorId, validTo }: { successorId: number | null; validTo: Date | null }) =>
  successorId === null && validTo === null;

function refuseSlips({ kind, closesAt, now }: LockedPoll) {
  if (kind !== "cells") throw new AppError("conflict", "Cuộc thăm dò này không dùng phiếu in.");
  if (closesAt && closesAt <= now) throw new AppError("conflict", "Cuộc thăm dò đã đóng, nên không phát phiếu nữa.");
}

async function cellsToday(tx: Transaction, wanted: { cellId: number; count: number }[]) {
  const cells = await tx.cell.findMany({
    where: { id: { in: wanted.map(({ cellId }) => cellId) } },
    select: { id: true, name: true, successorId: true, validTo: true },
  });
  const named = wanted.map(({ cellId, count }) => {
    const cell = cells.find(({ id }) => id === cellId);
    if (cell && isOfToday(cell)) return { id: cellId, name: cell.name, count };
    throw new AppError("conflict", "Có chi bộ không còn hoạt động. Hãy mở lại trang này rồi phát lại.");
  });
  return named.sort((a, b) => byName(a.name, b.name));
}

async function addSlips(
  tx: Transaction,
  pollId: number,
  cellId: number,
  count: number,
  replaces: number | null = null,
) {
  const { _max } = await tx.voteCode.aggregate({ where: { pollId, cellId }, _max: { serial: true } });
  const first = (_max.serial ?? 0) + 1;
  const slips = Array.from({ length: count }, (_, index) => ({ serial: first + index, code: newVoteCode() }));
  await tx.voteCode.createMany({
    data: slips.map(({ serial, code }) => ({ digest: digestOf(code), pollId, cellId, serial, replaces })),
  });
  return slips;
}

type Slip = { pollId: number; cellId: number; serial: number };

async function voidSlip(tx: Transaction, slip: Slip) {
  const { count } = await tx.voteCode.updateMany({ where: { ...slip, status: "unused" }, data: { status: "void" } });
  if (count === 1) return;
  const found = await tx.voteCode.findUnique({ where: { pollId_cellId_serial: slip }, select: { status: true } });
  throw new AppError("conflict", found ? REFUSED[found.status] : "Chi bộ này không có phiếu số ấy.", "serial");
}

const REFUSED = {
  used: "Phiếu này đã dùng để bỏ phiếu, nên không hủy được: lá phiếu đã nằm trong hòm và không ai biết là lá nào.",
  void: "Phiếu này đã hủy trước đó.",
  unused: "Phiếu này vừa được thay đổi. Hãy thử lại.",
};

const issueNote = (cells: { name: string; count: number }[]) =>
  `${cells.map(({ name, count }) => `${name}: ${count} phiếu`).join("; ")}.`;
