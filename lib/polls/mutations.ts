import type { VisitorActor } from "#lib/actor.ts";
import { isAnswer, readTicket } from "#lib/captcha/challenge.ts";
import { isWorkDone } from "#lib/captcha/work.ts";
import { env } from "#lib/env.ts";
import { authorize } from "#lib/errors.ts";
import { dropBallot, dropCellBallot, isCounted, isSpent, type Standing } from "#lib/polls/ballot-box.ts";
import { isUnderBurst, noteForm } from "#lib/polls/burst.ts";
import { canCastVote } from "#lib/polls/policy.ts";
import { cellReceiptOf, receiptOf } from "#lib/polls/receipt.ts";
import { type Refusal, refuse } from "#lib/polls/refusals.ts";
import { castVoteInput, ticketForm } from "#lib/polls/schema.ts";
import { digestOf, readVoteCode } from "#lib/polls/vote-code.ts";
import { readVoted } from "#lib/polls/voted-mark.ts";
import { createLimit } from "#lib/rate-limit/limit.ts";

/** An office of 200 behind one address votes within ten minutes, slips included; a script gets 60 wrong guesses. */
const spend = createLimit({ name: "vote", points: 300, seconds: 600 });
const WRONG_CODE = 4;
/** While a poll is under a burst: without the arithmetic that browsers do, a network gets a fifth of its votes through. */
const WITHOUT_WORK = 5;

/**
 * One ballot a challenge. The same challenge again, with whatever option, is answered with the same receipt and counts
 * once, also when the poll or the code's time has ended since.
 */
export async function castVote(actor: VisitorActor, input: unknown) {
  const { slug, optionId: optionIds, code, work, ticket, voted } = castVoteInput.parse(input);
  authorize(canCastVote(actor));
  const challenge = readTicket(ticketForm(slug), ticket);
  if (!(await withinLimit(actor, priceOf(slug, challenge?.id, work)))) throw refuse("qua-nhieu");
  if (optionIds.length === 0) throw refuse("chua-chon");
  if (!challenge) throw refuse("het-han");

  const receipt = receiptOf(challenge.id);
  const before = readVoted(slug, voted);
  if (before && before !== receipt && (await isCounted(before))) throw refuse("da-bo-phieu"); // a restored box may have lost it
  const refusal = await answerOnce({ slug, optionIds, code, challenge, receipt });
  if (refusal === "ma") await withinLimit(actor, WRONG_CODE);
  if (refusal) throw refuse(refusal);
  return { receipt };
}

/** What a form costs its network. A challenge is spent by its ballot, so the work for it is good for one vote. */
function priceOf(slug: string, challengeId: string | undefined, work: string) {
  noteForm(slug);
  if (!isUnderBurst(slug)) return 1;
  return challengeId && isWorkDone(challengeId, work) ? 1 : WITHOUT_WORK;
}

type Answer = {
  slug: string;
  optionIds: number[];
  code: string;
  challenge: { id: string; expiresAt: Date };
  receipt: string;
};

/** Why the answer to a challenge was not counted; undefined when it was, now or before. */
async function answerOnce({ code, ...answer }: Answer): Promise<Refusal | undefined> {
  const right = isAnswer(answer.challenge.id, code);
  const expired = answer.challenge.expiresAt <= new Date();
  const { counted, ...standing } = expired ? NOWHERE : await dropBallot({ ...answer, right });
  if (counted || (right && (await isSpent(answer.challenge.id)))) return undefined;
  if (expired) return "het-han";
  return right ? (whyNotCounted(standing) ?? "da-dung") : "ma";
}

/**
 * One ballot a slip. The receipt follows from the code and a ticket that only the voter's browser has: the same form sent
 * again is answered with the same receipt, and whoever printed the slip cannot work the receipt out.
 */
export async function castCellVote(actor: VisitorActor, input: unknown) {
  const { slug, optionId: optionIds, code: typed, ticket } = castVoteInput.parse(input);
  authorize(canCastVote(actor));
  if (!(await withinLimit(actor))) throw refuse("qua-nhieu");
  if (optionIds.length === 0) throw refuse("chua-chon");
  const code = readVoteCode(typed);
  const challenge = readTicket(ticketForm(slug), ticket);
  if (!challenge) throw refuse("mo-lai");

  const receipt = cellReceiptOf(challenge.id, code ?? "");
  const { counted, status, ...standing } = code
    ? await dropCellBallot({ slug, optionIds, digest: digestOf(code), receipt })
    : { ...NOWHERE, status: null };
  if (counted || (status !== null && (await isCounted(receipt)))) return { receipt };
  if (status === null) await withinLimit(actor, WRONG_CODE);
  throw refuse(slipRefusal(status) ?? whyNotCounted(standing) ?? "phieu-da-dung");
}

const slipRefusal = (status: string | null): Refusal | undefined => {
  if (status === null) return "phieu-sai";
  if (status === "used") return "phieu-da-dung";
  return status === "void" ? "phieu-huy" : undefined;
};

const NOWHERE = { counted: false, open: null, known: null, fits: null };

/** Undefined when poll and choice were as they should be: then the code had been answered wrongly too often. */
function whyNotCounted({ open, known, fits }: Standing): Refusal | undefined {
  if (open === null || !known) return "chua-chon";
  if (!open) return "dong";
  return fits ? undefined : "qua-so-y";
}

/** Load tests come from one address: with a fixed code there is no limit. */
const withinLimit = async ({ network }: VisitorActor, points = 1) =>
  network === undefined || env.CAPTCHA_TEST_CODE !== undefined || (await spend(network, points));
