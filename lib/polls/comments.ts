import type { VisitorActor } from "#lib/actor.ts";
import { readTicket } from "#lib/captcha/challenge.ts";
import { db } from "#lib/db.ts";
import { authorize } from "#lib/errors.ts";
import { canCastVote } from "#lib/polls/policy.ts";
import { refuse } from "#lib/polls/refusals.ts";
import { addCommentInput, commentText, ticketForm } from "#lib/polls/schema.ts";
import { readDailySalt } from "#lib/rate-limit/daily-salt.ts";
import { keyedDigest } from "#lib/secrets.ts";
import { isoDate } from "#lib/time.ts";

/** Refuses what is too long to be kept, before the ballot is counted. Throws AppError. */
export function requireKeepable(text: unknown) {
  if (!commentText.safeParse(text).success) throw refuse("y-kien-dai");
}

/**
 * Keeps a free comment for moderation, once a ticket. It is written apart from the ballot and after it, with the day alone;
 * its number follows from the ticket and a salt that is deleted the next day, so that no column leads from one to the other.
 * Who reads the database's own files could still guess by the order of the writes: docs/decisions/0006.
 */
export async function addComment(actor: VisitorActor, input: unknown) {
  const parsed = addCommentInput.safeParse(input);
  authorize(canCastVote(actor));
  if (!parsed.success || parsed.data.text === "") return false;
  const { slug, ticket, text } = parsed.data;
  const challenge = readTicket(ticketForm(slug), ticket);
  const poll = await db.poll.findUnique({ where: { slug, commentsAllowed: true }, select: { id: true } });
  if (!challenge || !poll) return false;

  const id = keyedDigest("poll comment", await readDailySalt(), challenge.id).toString("base64url");
  const day = new Date(isoDate(new Date()));
  await db.pollComment.createMany({ data: { id, pollId: poll.id, day, text }, skipDuplicates: true });
  return true;
}

/** What was let through, in no order that tells when it came. */
export const listShownComments = (pollId: number) =>
  db.pollComment.findMany({
    where: { pollId, status: "shown" },
    orderBy: { id: "asc" },
    take: 200,
    select: { id: true, text: true },
  });
