import { z } from "zod";

/** What a slug may be: also keeps NUL and other bytes away from the database. */
export const pollSlug = z.string().regex(/^[a-z0-9-]{1,80}$/);

const optionId = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^[1-9]\d{0,9}$/)
      .transform(Number),
  ])
  .pipe(z.int32().positive());

/** A vote as a form sends it. Nothing here throws: what is no option is no choice, what is no code is a wrong one. */
export const castVoteInput = z
  .object({
    slug: pollSlug.catch(""),
    optionId: optionId.optional().catch(undefined),
    code: z.string().max(64).catch(""),
    ticket: z.string().max(200).catch(""),
  })
  .catch({ slug: "", optionId: undefined, code: "", ticket: "" });

/** The name under which the tickets of a poll's form are signed. */
export const ticketForm = (slug: string) => `poll ${slug}`;
