import type { VisitorActor } from "#lib/actor.ts";
import { readTicket } from "#lib/captcha/challenge.ts";
import { db } from "#lib/db.ts";
import { authorize } from "#lib/errors.ts";
import { canCastVote } from "#lib/polls/policy.ts";
import { addCommentInput, ticketForm } from "#lib/polls/schema.ts";
import { keyedDigest } from "#lib/secrets.ts";

/**
 * Keeps a free comment for moderation, once a ticket. It is written apart from the ballot and after it, with the day alone;
 * its number follows from the ticket with a key, so that nothing in the database leads from one to the other.
 */
export async function addComment(actor: VisitorActor, input: unknown) {
  const parsed = addCommentInput.safeParse(input);
  authorize(canCastVote(actor));
  if (!parsed.success || parsed.data.text === "") return false;
  const { slug, ticket, text } = parsed.data;
  const challenge = readTicket(ticketForm(slug), ticket);
  const poll = await db.poll.findUnique({ where: { slug, commentsAllowed: true }, select: { id: true } });
  if (!challenge || !poll) return false;

  const id = keyedDigest("poll comment", challenge.id).toString("base64url");
  const day = new Date(new Date().toISOString().slice(0, 10));
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
