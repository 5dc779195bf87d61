import { randomBytes } from "node:crypto";
import { db } from "#lib/db.ts";

type Choice = { slug: string; optionIds: number[] };
type Attempt = Choice & {
  challenge: { id: string; expiresAt: Date };
  right: boolean;
  receipt: string;
};

/** How often a code may be answered: the third wrong answer burns it. */
const TRIES = 3;

/** Why a ballot did not fall into the box, as far as the poll and the choice are concerned. */
export type Standing = { open: boolean | null; fits: boolean | null; known: boolean | null };

/**
 * Counts one answer to a challenge and, when it was right, inserts the ballot: one statement, so both or neither.
 * The row of the challenge makes simultaneous answers queue; the ballot's unique challenge decides between them.
 * `optionIds` are ascending and distinct; `open` is null when there is no such poll.
 */
export async function dropBallot(attempt: Attempt) {
  try {
    return await insertBallot(attempt);
  } catch (error) {
    if (!isGoneOption(error)) throw error;
    return await insertBallot(attempt); // the statement began before the option was taken away: now it sees that
  }
}

/** A first choice is refused by its foreign key, a further one by the trigger. */
const isGoneOption = (error: unknown) => /code: `(?:23503|23514)`/i.test(String(error));

async function insertBallot({ slug, optionIds, challenge, right, receipt }: Attempt) {
  const [first, ...further] = optionIds;
  const [outcome] = await db.$queryRaw<(Standing & { counted: boolean })[]>`
    WITH poll AS MATERIALIZED (
      SELECT e."pollId", e.kind, e.open, ${optionIds.length} <= e."maxChoices" AS fits, (
        SELECT count(*) = ${optionIds.length} FROM "PollOption" o WHERE o."pollId" = e."pollId" AND o.id = ANY(${optionIds})
      ) AS known
      FROM enter_poll(${slug}) e
    ), attempt AS (
      INSERT INTO "Challenge" (id, tries, "expiresAt") VALUES (${challenge.id}, 1, ${challenge.expiresAt})
      ON CONFLICT (id) DO UPDATE SET tries = "Challenge".tries + 1
      RETURNING tries
    ), ballot AS (
      INSERT INTO "Ballot" ("pollId", "optionId", further, "challengeId", receipt)
      SELECT poll."pollId", ${first}, ${further}::int[], ${challenge.id}, ${receipt}
      FROM attempt, poll
      WHERE ${right} AND poll.kind = 'open' AND poll.open AND poll.known AND poll.fits AND attempt.tries <= ${TRIES}
      ON CONFLICT DO NOTHING
      RETURNING id
    )
    SELECT EXISTS (SELECT FROM ballot) AS counted, (SELECT open FROM poll) AS open,
      (SELECT known AND kind = 'open' FROM poll) AS known, (SELECT fits FROM poll) AS fits`;
  return outcome ?? { counted: false, open: null, known: null, fits: null };
}

/** Whether this challenge has become a ballot before. */
export async function isSpent(challengeId: string) {
  return (await db.ballot.count({ where: { challengeId } })) > 0;
}

/**
 * Marks a slip's code off and inserts a ballot of its cell, both or neither. The ballot gets a random number and the day
 * alone. All marks of the cell are written anew with it (`mark_slip_off`), so that neither age nor place of a row leads
 * from a code to a ballot. Voters of one cell therefore pass one at a time: each must see the marks of those before, and
 * what an administrator did to the slip while they waited at the poll's gate.
 */
export async function dropCellBallot({
  slug,
  optionIds,
  digest,
  receipt,
}: Choice & { digest: string; receipt: string }) {
  const [first, ...further] = optionIds;
  const id = -(randomBytes(8).readBigUInt64LE() >> 2n) - 1n;
  const passAlone = db.$queryRaw`
    SELECT pg_advisory_xact_lock_shared(5801, "pollId")::text, pg_advisory_xact_lock(5802, "cellId")::text
    FROM "VoteCode" WHERE digest = ${digest}`;
  const drop = db.$queryRaw<(Standing & { counted: boolean; status: string | null })[]>`
    WITH poll AS MATERIALIZED (
      SELECT e."pollId", e.open, ${optionIds.length} <= e."maxChoices" AS fits, (
        SELECT count(*) = ${optionIds.length} FROM "PollOption" o WHERE o."pollId" = e."pollId" AND o.id = ANY(${optionIds})
      ) AS known
      FROM enter_poll(${slug}) e WHERE e.kind = 'cells'
    ), slip AS MATERIALIZED (
      SELECT c.digest, c."pollId", c."cellId", c.status
      FROM "VoteCode" c JOIN poll USING ("pollId") WHERE c.digest = ${digest}
    ), good AS MATERIALIZED (
      SELECT slip.* FROM slip, poll WHERE slip.status = 'unused' AND poll.open AND poll.known AND poll.fits
    ), marked AS MATERIALIZED (
      SELECT "pollId", "cellId", mark_slip_off(digest) AS done FROM good
    ), ballot AS (
      INSERT INTO "Ballot" (id, "pollId", "optionId", further, "cellId", receipt, "castAt")
      SELECT ${id}, "pollId", ${first}, ${further}::int[], "cellId", ${receipt},
        date_trunc('day', now(), 'Asia/Ho_Chi_Minh')
      FROM marked WHERE done
      RETURNING id
    )
    SELECT EXISTS (SELECT FROM ballot) AS counted, (SELECT open FROM poll) AS open, (SELECT known FROM poll) AS known,
      (SELECT fits FROM poll) AS fits, (SELECT status::text FROM slip) AS status`;
  const [, [outcome]] = await db.$transaction([passAlone, drop]);
  return outcome ?? { counted: false, open: null, known: null, fits: null, status: null };
}

/** Whether a ballot with this receipt lies in the box. */
export async function isCounted(receipt: string) {
  return (await db.ballot.count({ where: { receipt } })) > 0;
}
