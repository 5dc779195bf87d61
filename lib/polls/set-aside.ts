import { z } from "zod";
import { type Actor, nameOf } from "#lib/actor.ts";
import { publishing } from "#lib/content-version.ts";
import { db } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { line, rowId } from "#lib/fields/schema.ts";
import { recordPollAct } from "#lib/polls/events.ts";
import { lockPoll } from "#lib/polls/locked.ts";
import { canRunPolls, whyNotSetAside } from "#lib/polls/policy.ts";
import { readReceipt } from "#lib/polls/receipt.ts";
import { parseSecond, showSecond } from "#lib/time.ts";
import { Prisma } from "#prisma/client/client.ts";

const SECOND = 1000;
const WHEN = "Ghi ngày và giờ, ví dụ 24/11/2026 17:05:00.";

const moment = z.string(WHEN).transform((text, context) => {
  const instant = text.trim() === "" ? null : parseSecond(text);
  if (instant === undefined) context.addIssue({ code: "custom", message: WHEN });
  return instant ?? null;
});

const receipts = z
  .string()
  .default("")
  .transform((text, context) => {
    const typed = text.split(/[\s,;]+/).filter(Boolean);
    const wrong = typed.find((receipt) => readReceipt(receipt) === undefined);
    if (wrong !== undefined) context.addIssue({ code: "custom", message: `“${wrong}” không phải mã biên nhận.` });
    return typed.flatMap((receipt) => readReceipt(receipt) ?? []);
  });

const setAsideInput = z.object({
  pollId: rowId("Không có cuộc thăm dò này."),
  from: moment.default(null),
  to: moment.default(null),
  receipts,
  /** How many ballots the decision was shown to be about. */
  expected: z.coerce.number("Hãy xem số phiếu trước.").int(),
  reason: line(500, "Hãy ghi lý do: mọi người đọc được trong nhật ký của cuộc thăm dò."),
});

type Suspects = { pollId: number; from: Date | null; to: Date | null; receipts: string[] };

/** Ballots by their receipts, or of a period of which both ends belong to it, to the second; not those set aside before. */
const suspected = ({ pollId, from, to, receipts: list }: Suspects) => Prisma.sql`
  "Ballot" b WHERE b."pollId" = ${pollId} AND NOT EXISTS (SELECT FROM "SetAsideBallot" a WHERE a."ballotId" = b.id) AND ${
    list.length > 0
      ? Prisma.sql`b.receipt = ANY(${list})`
      : Prisma.sql`b."cellId" IS NULL AND b."castAt" >= ${from} AND b."castAt" < ${to && new Date(to.getTime() + SECOND)}`
  }`;

/** How many ballots a decision would be about: from the address of the report's page. */
export async function countSuspects(actor: Actor, pollId: number, input: Record<string, unknown>) {
  authorize(canRunPolls(actor));
  const wanted = setAsideInput.pick({ from: true, to: true, receipts: true }).safeParse(input);
  if (!wanted.success) return { error: wanted.error.issues[0]?.message ?? WHEN };
  const [row] = await db.$queryRaw<{ ballots: number }[]>`
    SELECT count(*)::int AS ballots FROM ${suspected({ pollId, ...wanted.data })}`;
  return { ballots: row?.ballots ?? 0 };
}

/** Counts suspected ballots apart from now on, by a decision that everybody can read. They stay in the box, on the board and in every seal. */
export async function setAsideBallots(actor: Actor, input: unknown) {
  const { expected, reason, ...wanted } = setAsideInput.parse(input);
  authorize(canRunPolls(actor));

  return publishing(async (tx) => {
    const poll = await lockPoll(tx, wanted.pollId);
    const refusal = whyNotSetAside(poll, { byReceipt: wanted.receipts.length > 0, ballots: expected });
    if (refusal) throw new AppError("conflict", refusal);
    const decision = await tx.setAside.create({ data: { pollId: poll.id, actor: nameOf(actor), reason } });
    const ballots = await tx.$executeRaw`
      INSERT INTO "SetAsideBallot" ("ballotId", "setAsideId") SELECT b.id, ${decision.id} FROM ${suspected(wanted)}`;
    if (ballots !== expected)
      throw new AppError(
        "conflict",
        `Lúc này là ${ballots} phiếu, không phải ${expected}. Hãy xem lại rồi quyết định.`,
      );
    await recordPollAct(tx, actor, poll.id, "set-aside", { note: noteOf(wanted, ballots, reason) });
    return { pollId: poll.id, ballots };
  });
}

function noteOf({ from, to, receipts: list }: Suspects, ballots: number, reason: string) {
  const which = list.length > 0 ? "chọn theo mã biên nhận" : period(from, to);
  return `${ballots.toLocaleString("vi-VN")} phiếu, ${which}. Lý do: ${reason}`;
}

const period = (from: Date | null, to: Date | null) =>
  from && to ? `gửi từ ${showSecond(from)} đến ${showSecond(to)}` : "";
