import { randomBytes } from "node:crypto";
import type { VisitorActor } from "#lib/actor.ts";
import { answerOf, newChallengeId, signTicket } from "#lib/captcha/challenge.ts";
import { db } from "#lib/db.ts";
import { ticketForm } from "#lib/polls/schema.ts";

const LABELS = ["Rất tốt", "Tốt", "Bình thường", "Chưa tốt"];
const HOUR = 3_600_000;

/** A poll that opened an hour ago, with the seed's four options. */
export async function createPoll({ opensAt = new Date(Date.now() - HOUR), closesAt = null as Date | null } = {}) {
  const options = { create: LABELS.map((label, position) => ({ position, label })) };
  return await db.poll.create({
    data: {
      slug: `poll-${randomBytes(4).toString("hex")}`,
      question: "Bạn đánh giá thế nào?",
      opensAt,
      closesAt,
      options,
    },
    include: { options: { orderBy: { position: "asc" } } },
  });
}

type Poll = Awaited<ReturnType<typeof createPoll>>;

export const visitor = (network?: string): VisitorActor => ({ kind: "visitor", ...(network && { network }) });

/** What the form of a poll sends when its reader took the first option and typed the code rightly. */
export function solvedVote(poll: Poll, { option = 0, shownAt = new Date() } = {}) {
  const id = newChallengeId();
  const optionId = poll.options[option]?.id;
  return { slug: poll.slug, optionId, code: answerOf(id), ticket: signTicket(ticketForm(poll.slug), id, shownAt) };
}

/** A code that is certainly not the right one. */
export const wrongCode = (code: string) => (code.startsWith("C") ? `F${code.slice(1)}` : `C${code.slice(1)}`);
