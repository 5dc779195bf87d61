import { createHash, randomBytes } from "node:crypto";
import type { VisitorActor } from "#lib/actor.ts";
import { answerOf, newChallengeId, signTicket } from "#lib/captcha/challenge.ts";
import { workOf } from "#lib/captcha/work.ts";
import { db } from "#lib/db.ts";
import { ticketForm } from "#lib/polls/schema.ts";
import { digestOf, newVoteCode } from "#lib/polls/vote-code.ts";
import type { Prisma } from "#prisma/client/client.ts";

const LABELS = ["Rất tốt", "Tốt", "Bình thường", "Chưa tốt"];
const HOUR = 3_600_000;

/** A poll that opened an hour ago, with the seed's four options. */
export async function createPoll({
  opensAt = new Date(Date.now() - HOUR),
  closesAt = null,
  ...data
}: Partial<Prisma.PollUncheckedCreateInput> = {}) {
  const options = { create: LABELS.map((label, position) => ({ position, label })) };
  return await db.poll.create({
    data: {
      slug: `poll-${randomBytes(4).toString("hex")}`,
      question: "Bạn đánh giá thế nào?",
      opensAt,
      closesAt,
      ...data,
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

/** A poll by cells with this many slips for each of its cells; `slips[cell][number]` are their codes. */
export async function createCellPoll(counts: number[], data: Partial<Prisma.PollUncheckedCreateInput> = {}) {
  const poll = await createPoll({ kind: "cells", results: "after_close", ...data });
  const cells = [];
  for (const [at, count] of counts.entries()) {
    const slug = `chi-bo-${randomBytes(4).toString("hex")}`;
    const cell = await db.cell.create({ data: { slug, name: `Chi bộ ${at + 1}` } });
    const slips = Array.from({ length: count }, newVoteCode);
    await db.voteCode.createMany({
      data: slips.map((code, index) => ({
        digest: digestOf(code),
        pollId: poll.id,
        cellId: cell.id,
        serial: index + 1,
      })),
    });
    cells.push({ ...cell, slips });
  }
  return { poll, cells };
}

/** What the form of a poll by cells sends: the slip's code and the ticket of one visit. */
export function slipVote(poll: Poll, code: string | undefined, { option = 0 } = {}) {
  const ticket = signTicket(ticketForm(poll.slug), newChallengeId(), new Date());
  return { slug: poll.slug, optionId: poll.options[option]?.id, code: code ?? "", ticket };
}

/** The number that a browser finds by trying, as public/site.js does. */
export function findWork(challengeId: string) {
  const { salt, target, most } = workOf(challengeId);
  for (let number = 0; number < most; number++)
    if (createHash("sha256").update(`${salt}${number}`).digest("hex").startsWith(target)) return String(number);
  return "";
}

/** A code that is certainly not the right one. */
export const wrongCode = (code: string) => (code.startsWith("C") ? `F${code.slice(1)}` : `C${code.slice(1)}`);

/** Who runs polls. */
export const clerk = { kind: "user", id: 1, name: "Nguyễn Văn An", role: "administrator" } as const;

/** What the form of a new poll sends. */
export const pollForm = (fields: Record<string, unknown> = {}) => ({
  question: `Bạn thấy thế nào về ${randomBytes(4).toString("hex")}?`,
  kind: "open",
  options: "Tốt\nBình thường\nChưa tốt\n",
  maxChoices: "1",
  opensAt: "2026-01-01T07:00",
  closesAt: "",
  results: "always",
  placement: "everywhere",
  ...fields,
});
