import { z } from "zod";
import type { Actor } from "#lib/actor.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { publishing } from "#lib/content-version.ts";
import { db } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { optionalText } from "#lib/fields/schema.ts";
import { recordPollEvent } from "#lib/polls/events.ts";
import { canRunPolls } from "#lib/polls/policy.ts";

const MOST = 200;

const moderateCommentInput = z
  .object({
    commentId: z.string().regex(/^[\w-]{10,64}$/, "Không có ý kiến này."),
    verdict: z.enum(["shown", "hidden"], "Hãy bấm “Cho hiện” hoặc “Không cho hiện”."),
    reason: optionalText(300),
  })
  .refine(({ verdict, reason }) => verdict === "shown" || reason !== "", {
    path: ["reason"],
    message: "Hãy ghi lý do không cho hiện: mọi người đọc được trong nhật ký.",
  });

/** Lets a comment show, or keeps it back for a reason that the public log tells; the comment itself stays as it is. */
export async function moderateComment(actor: Actor, input: unknown) {
  const { commentId, verdict, reason } = moderateCommentInput.parse(input);
  authorize(canRunPolls(actor));

  return publishing(async (tx) => {
    const where = { id: commentId, status: { not: verdict } };
    const [comment] = await tx.pollComment.updateManyAndReturn({ where, data: { status: verdict } });
    if (!comment) throw new AppError("conflict", "Ý kiến này đã được quyết định như vậy rồi.");
    const note = verdict === "shown" ? "Cho hiện." : `Không cho hiện. Lý do: ${reason}`;
    await recordPollEvent(tx, comment.pollId, actor, "moderate-comment", { note });
    const detail = { comment: commentId, verdict, reason };
    await recordAudit(tx, { actor, action: "poll.moderate-comment", subject: `poll:${comment.pollId}`, detail });
    return { pollId: comment.pollId };
  });
}

/** A poll's comments: those that wait first, in no order that tells when they came. */
export async function listComments(actor: Actor, pollId: number) {
  authorize(canRunPolls(actor));
  return db.pollComment.findMany({
    where: { pollId },
    orderBy: [{ status: "asc" }, { day: "desc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, day: true, text: true, status: true },
  });
}
