import type { VisitorActor } from "#lib/actor.ts";
import { isAnswer, readTicket } from "#lib/captcha/challenge.ts";
import { env } from "#lib/env.ts";
import { authorize } from "#lib/errors.ts";
import { dropBallot, isSpent } from "#lib/polls/ballot-box.ts";
import { canCastVote } from "#lib/polls/policy.ts";
import { receiptOf } from "#lib/polls/receipt.ts";
import { refuse } from "#lib/polls/refusals.ts";
import { castVoteInput, ticketForm } from "#lib/polls/schema.ts";
import { createLimit } from "#lib/rate-limit/limit.ts";

/** An office of 200 behind one address votes within ten minutes, slips included; a script gets 60 wrong guesses. */
const spend = createLimit({ name: "vote", points: 300, seconds: 600 });
const WRONG_CODE = 4;

/**
 * One ballot a challenge. The same challenge again, with whatever option, is answered with the same receipt and counts
 * once, also when the poll or the code's time has ended since.
 */
export async function castVote(actor: VisitorActor, input: unknown) {
  const { slug, optionId, code, ticket } = castVoteInput.parse(input);
  authorize(canCastVote(actor));
  if (!(await withinLimit(actor))) throw refuse("qua-nhieu");
  if (optionId === undefined) throw refuse("chua-chon");
  const challenge = readTicket(ticketForm(slug), ticket);
  if (!challenge) throw refuse("het-han");

  const right = isAnswer(challenge.id, code);
  const receipt = receiptOf(challenge.id);
  const expired = challenge.expiresAt <= new Date();
  const { counted, open } = expired
    ? { counted: false, open: null }
    : await dropBallot({ slug, optionId, challenge, right, receipt });

  if (counted || (right && (await isSpent(challenge.id)))) return { receipt };
  if (expired) throw refuse("het-han");
  if (!right) await withinLimit(actor, WRONG_CODE);
  throw refuse(reasonNotCounted(right, open));
}

/** `open` is null when the option is none of this poll's. Right code, open poll: three wrong answers came before. */
function reasonNotCounted(right: boolean, open: boolean | null) {
  if (!right) return "ma";
  if (open === null) return "chua-chon";
  return open ? "da-dung" : "dong";
}

/** Load tests come from one address: with a fixed code there is no limit. */
const withinLimit = async ({ network }: VisitorActor, points = 1) =>
  network === undefined || env.CAPTCHA_TEST_CODE !== undefined || (await spend(network, points));
