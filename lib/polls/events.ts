import { type Actor, nameOf } from "#lib/actor.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { db, type Transaction } from "#lib/db.ts";
import type { Prisma } from "#prisma/client/client.ts";

/** What can be done to a poll, as its public log tells it. */
const SENTENCES = {
  create: "Lập cuộc thăm dò.",
  edit: "Sửa cuộc thăm dò.",
  schedule: "Sửa thiết lập.",
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
  await tx.pollEvent.create({ data: { pollId, actor: nameOf(actor), action, detail } });
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

/** Verdicts on comments may be many: so many of the newest are told one by one. */
const MOST_VERDICTS = 200;
const VERDICT: PollAction = "moderate-comment";

/**
 * A poll's public log, newest first and whole, but for older verdicts on comments: they share one line. `note` is what
 * the administrator wrote or how many it was about.
 */
export async function listPollEvents(pollId: number) {
  const newestFirst = { orderBy: { id: "desc" } } as const;
  const [acts, verdicts, allVerdicts] = await Promise.all([
    db.pollEvent.findMany({ where: { pollId, action: { not: VERDICT } }, ...newestFirst }),
    db.pollEvent.findMany({ where: { pollId, action: VERDICT }, ...newestFirst, take: MOST_VERDICTS + 1 }),
    db.pollEvent.count({ where: { pollId, action: VERDICT } }),
  ]);
  const older = verdicts[MOST_VERDICTS];
  const told = [...acts, ...verdicts].sort((a, b) => b.id - a.id);
  return told.map((event) => {
    const { id, at, actor, action, detail } = event;
    const sentence = event === older ? olderVerdicts(allVerdicts - MOST_VERDICTS) : sentenceOf(action, detail);
    return { id, at, actor, sentence };
  });
}

const olderVerdicts = (count: number) => `Đến lúc này đã duyệt ${count.toLocaleString("vi-VN")} ý kiến thêm.`;

function sentenceOf(action: string, detail: Prisma.JsonValue) {
  const base = isAction(action) ? SENTENCES[action] : action;
  const note = typeof detail === "object" && detail !== null && "note" in detail ? String(detail["note"]) : "";
  return note ? `${base} ${note}` : base;
}
