import { db } from "#lib/db.ts";

type Attempt = {
  slug: string;
  optionId: number;
  challenge: { id: string; expiresAt: Date };
  right: boolean;
  receipt: string;
};

/** How often a code may be answered: the third wrong answer burns it. */
const TRIES = 3;

/**
 * Counts one answer to a challenge and, when it was right, inserts the ballot: one statement, so both or neither.
 * The row of the challenge makes simultaneous answers queue; the ballot's unique challenge decides between them.
 * Returns `open` null when the option is none of this poll's.
 */
export async function dropBallot({ slug, optionId, challenge, right, receipt }: Attempt) {
  const [outcome] = await db.$queryRaw<{ counted: boolean; open: boolean | null }[]>`
    WITH choice AS (
      SELECT o."pollId", o.id, p."opensAt" <= now() AND (p."closesAt" IS NULL OR now() < p."closesAt") AS open
      FROM "Poll" p JOIN "PollOption" o ON o."pollId" = p.id
      WHERE p.slug = ${slug} AND o.id = ${optionId}
    ), attempt AS (
      INSERT INTO "Challenge" (id, tries, "expiresAt") VALUES (${challenge.id}, 1, ${challenge.expiresAt})
      ON CONFLICT (id) DO UPDATE SET tries = "Challenge".tries + 1
      RETURNING tries
    ), ballot AS (
      INSERT INTO "Ballot" ("pollId", "optionId", "challengeId", receipt)
      SELECT choice."pollId", choice.id, ${challenge.id}, ${receipt}
      FROM attempt, choice
      WHERE ${right} AND choice.open AND attempt.tries <= ${TRIES}
      ON CONFLICT DO NOTHING
      RETURNING id
    )
    SELECT EXISTS (SELECT FROM ballot) AS counted, (SELECT open FROM choice) AS open`;
  return { counted: outcome?.counted ?? false, open: outcome?.open ?? null };
}

/** Whether this challenge has become a ballot before. */
export async function isSpent(challengeId: string) {
  return (await db.ballot.count({ where: { challengeId } })) > 0;
}
