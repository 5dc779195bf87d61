import type { Actor } from "#lib/actor.ts";
import { publishing } from "#lib/content-version.ts";
import { onDuplicate } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { recordPollAct } from "#lib/polls/events.ts";
import { type LockedPoll, lockPoll, refuseOutdated } from "#lib/polls/locked.ts";
import { changeNote, closingNote, periodNote, settingsNote } from "#lib/polls/log-notes.ts";
import { canRunPolls, isOpen, isSameSecond, whyNotRename, whyNotReschedule } from "#lib/polls/policy.ts";
import { askedRow, insertPoll, replaceOptions, settingsRow, slugTaken } from "#lib/polls/rows.ts";
import {
  closePollInput,
  correctPollInput,
  createPollInput,
  editPollInput,
  editSettingsInput,
  openPollInput,
} from "#lib/polls/running-schema.ts";
import { sealAtEnd } from "#lib/polls/seals.ts";

export async function createPoll(actor: Actor, input: unknown) {
  const wanted = createPollInput.parse(input);
  authorize(canRunPolls(actor));

  const create = publishing(async (tx) => {
    const poll = await insertPoll(tx, wanted);
    await recordPollAct(tx, actor, poll.id, "create", { note: periodNote(wanted) });
    return poll;
  });
  return onDuplicate(create, slugTaken());
}

/** Changes anything of a poll that has no ballot yet. Form pages that voters have open lose what no longer holds. */
export async function editPoll(actor: Actor, input: unknown) {
  const { pollId, seen, ...wanted } = editPollInput.parse(input);
  authorize(canRunPolls(actor));

  const edit = publishing(async (tx) => {
    const poll = await lockPoll(tx, pollId);
    refuseOutdated(poll, seen);
    if (poll.hasBallots) throw frozen();
    if (poll.closesAt && poll.closesAt <= poll.now) throw over();
    refuseField("slug", whyNotRename(poll, wanted));
    refuseField("closesAt", whyNotReschedule(poll, wanted.closesAt));
    const row = { ...askedRow(wanted), ...(await settingsRow(tx, wanted)) };
    await tx.poll.update({ where: { id: pollId }, data: { ...row, ...unmoved(poll, wanted) } });
    await replaceOptions(tx, poll, wanted);
    await recordPollAct(tx, actor, pollId, "edit", { note: `${changeNote(poll, wanted)}${periodNote(wanted)}` });
    return { id: pollId, slug: wanted.slug };
  });
  return onDuplicate(edit, slugTaken());
}

/** Changes what may be changed until the end: closing time, when the result shows, comments, places. */
export async function editSettings(actor: Actor, input: unknown) {
  const { pollId, seen, ...wanted } = editSettingsInput.parse(input);
  authorize(canRunPolls(actor));

  return publishing(async (tx) => {
    const poll = await lockPoll(tx, pollId);
    refuseOutdated(poll, seen);
    refuseField("closesAt", whyNotReschedule(poll, wanted.closesAt));
    const results = poll.kind === "cells" ? "after_close" : wanted.results;
    const row = await settingsRow(tx, { ...wanted, results });
    await tx.poll.update({ where: { id: pollId }, data: { ...row, ...unmoved(poll, wanted) } });
    await recordPollAct(tx, actor, pollId, "schedule", { note: settingsNote(poll, row) });
    return { id: pollId, slug: poll.slug };
  });
}

export async function openPollNow(actor: Actor, input: unknown) {
  const { pollId, seen } = openPollInput.parse(input);
  authorize(canRunPolls(actor));

  return publishing(async (tx) => {
    const poll = await lockPoll(tx, pollId);
    refuseOutdated(poll, seen);
    if (poll.opensAt <= poll.now) throw new AppError("conflict", "Cuộc thăm dò này đã mở rồi.");
    await tx.poll.update({ where: { id: pollId }, data: { opensAt: poll.now } });
    await recordPollAct(tx, actor, pollId, "open", { note: closingNote(poll.closesAt) });
  });
}

/** Closes a poll for good and seals it at once; returns whether the seal is there yet. */
export async function closePollNow(actor: Actor, input: unknown) {
  const { pollId, seen, reason } = closePollInput.parse(input);
  authorize(canRunPolls(actor));

  await publishing(async (tx) => {
    const poll = await lockPoll(tx, pollId);
    refuseOutdated(poll, seen);
    if (!isOpen(poll, poll.now)) throw new AppError("conflict", "Cuộc thăm dò này không mở, nên không cần đóng.");
    await tx.poll.update({ where: { id: pollId }, data: { closesAt: poll.now } });
    await recordPollAct(tx, actor, pollId, "close", { note: `Lý do: ${reason}` });
  });
  return sealAtEnd(pollId);
}

/** Corrects a poll that can no longer be edited: closes it and opens another that stands in for it, linked both ways. */
export async function correctPoll(actor: Actor, input: unknown) {
  const { pollId, seen, reason, ...wanted } = correctPollInput.parse(input);
  authorize(canRunPolls(actor));

  const correct = publishing(async (tx) => {
    const poll = await lockPoll(tx, pollId);
    refuseOutdated(poll, seen);
    if (poll.successor) throw new AppError("conflict", "Cuộc thăm dò này đã có cuộc khác thay thế.");
    if (!poll.hasBallots) throw new AppError("conflict", "Chưa có phiếu nào: hãy sửa thẳng cuộc thăm dò này.");
    const wasOpen = isOpen(poll, poll.now);
    if (wasOpen) await tx.poll.update({ where: { id: pollId }, data: { closesAt: poll.now } });
    const successor = await insertPoll(tx, wanted, pollId);
    await recordPollAct(tx, actor, pollId, "succeed", { note: `Lý do: ${reason}` });
    await recordPollAct(tx, actor, successor.id, "correct", { note: `Lý do: ${reason}` });
    return { ...successor, wasOpen };
  });
  const { wasOpen, ...successor } = await onDuplicate(correct, slugTaken());
  if (wasOpen) await sealAtEnd(pollId);
  return successor;
}

const frozen = () =>
  new AppError(
    "conflict",
    "Vừa có phiếu đầu tiên, nên câu hỏi và các ý không sửa được nữa. Hãy mở lại trang này: bạn vẫn lập được cuộc thay thế.",
  );

const over = () =>
  new AppError("conflict", "Cuộc thăm dò đã đóng, nên không sửa được nữa. Hãy lập một cuộc thăm dò mới.");

function refuseField(field: string, sentence: string | undefined) {
  if (sentence) throw new AppError("conflict", sentence, field);
}

type Period = { opensAt?: Date; closesAt: Date | null };

/** The times that a form sent back as they were, to the millisecond. */
const unmoved = (poll: LockedPoll, { opensAt, closesAt }: Period) => ({
  ...(opensAt && isSameSecond(poll.opensAt, opensAt) && { opensAt: poll.opensAt }),
  ...(isSameSecond(poll.closesAt, closesAt) && { closesAt: poll.closesAt }),
});
