import type { Actor } from "#lib/actor.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { db, type Transaction } from "#lib/db.ts";
import type { Prisma } from "#prisma/client/client.ts";

/** What can be done to a poll, as its public log tells it. */
const SENTENCES = {
  create: "Lập cuộc thăm dò.",
  edit: "Sửa cuộc thăm dò.",
  schedule: "Đổi giờ đóng, cách công bố kết quả, ý kiến thêm hoặc nơi đặt.",
  open: "Mở cuộc thăm dò.",
  close: "Đóng cuộc thăm dò.",
  succeed: "Đóng cuộc thăm dò này và lập cuộc khác thay thế.",
  correct: "Lập để thay một cuộc thăm dò trước.",
  "issue-codes": "Phát mã phiếu.",
  "void-code": "Hủy một phiếu báo mất và phát phiếu thay.",
  "set-aside": "Quyết định để riêng một số phiếu.",
  "moderate-comment": "Duyệt một ý kiến thêm.",
} as const;

type PollAction = keyof typeof SENTENCES;

const isAction = (word: string): word is PollAction => Object.hasOwn(SENTENCES, word);

/** Writes a line into the poll's public log, in the transaction that does it. The table takes no change and no deletion. */
export async function recordPollEvent(
  tx: Pick<Transaction, "pollEvent">,
  pollId: number,
  actor: Actor,
  action: PollAction,
  detail: Prisma.InputJsonObject = {},
) {
  const name = actor.kind === "user" ? actor.name : "Chương trình";
  await tx.pollEvent.create({ data: { pollId, actor: name, action, detail } });
}

/** Writes what an administrator did to a poll twice: into the public log, and into the audit with the network it came from. */
export async function recordPollAct(
  tx: Pick<Transaction, "pollEvent" | "auditEvent">,
  actor: Actor,
  pollId: number,
  action: PollAction,
  detail: Prisma.InputJsonObject = {},
) {
  await recordPollEvent(tx, pollId, actor, action, detail);
  await recordAudit(tx, { actor, action: `poll.${action}`, subject: `poll:${pollId}`, detail });
}

/** A poll's public log, newest first. `note` is what the administrator wrote or how many it was about. */
export async function listPollEvents(pollId: number) {
  const events = await db.pollEvent.findMany({ where: { pollId }, orderBy: { id: "desc" }, take: 500 });
  return events.map(({ id, at, actor, action, detail }) => ({ id, at, actor, sentence: sentenceOf(action, detail) }));
}

function sentenceOf(action: string, detail: Prisma.JsonValue) {
  const base = isAction(action) ? SENTENCES[action] : action;
  const note = typeof detail === "object" && detail !== null && "note" in detail ? String(detail["note"]) : "";
  return note ? `${base} ${note}` : base;
}
