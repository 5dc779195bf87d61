import { z } from "zod";
import { optionalText } from "#lib/fields/schema.ts";

/** What a slug may be: also keeps NUL and other bytes away from the database. */
export const pollSlug = z.string().regex(/^[a-z0-9-]{1,80}$/);

/** More than any poll may offer. */
const MOST_CHOSEN = 30;

const optionId = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^[1-9]\d{0,9}$/)
      .transform(Number),
  ])
  .pipe(z.int32().positive());

/** One option or several, as ascending numbers without a repeat. */
const optionIds = z
  .union([optionId.transform((one) => [one]), z.array(optionId).max(MOST_CHOSEN)])
  .transform((chosen) => [...new Set(chosen)].sort((a, b) => a - b));

/** A vote as a form sends it. Nothing here throws: what is no option is no choice, what is no code is a wrong one. */
export const castVoteInput = z
  .object({
    slug: pollSlug.catch(""),
    optionId: optionIds.catch([]),
    code: z.string().max(64).catch(""),
    /** What the browser's arithmetic came to, where it was asked for. */
    work: z.string().max(20).catch(""),
    ticket: z.string().max(200).catch(""),
    /** The mark that an earlier vote left in this browser. */
    voted: z.string().max(200).catch(""),
  })
  .catch({ slug: "", optionId: [], code: "", work: "", ticket: "", voted: "" });

/** The name under which the tickets of a poll's form are signed. */
export const ticketForm = (slug: string) => `poll ${slug}`;

export const commentText = optionalText(1000);

export const addCommentInput = z.object({ slug: pollSlug, ticket: z.string().max(200), text: commentText });
