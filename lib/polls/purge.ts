import { randomInt } from "node:crypto";
import { db } from "#lib/db.ts";

/**
 * Forgets challenges that expired more than a day ago, a few thousand at a time. Nothing becomes possible by it: their
 * tickets are refused for their date, and a spent challenge stays in its ballot, whose unique key goes on deciding.
 */
export const purgeChallenges = () =>
  db.$executeRaw`
    DELETE FROM "Challenge" WHERE id IN (
      SELECT id FROM "Challenge" WHERE "expiresAt" < now() - interval '1 day' ORDER BY "expiresAt" LIMIT 5000
    )`;

/** After one vote in two hundred: the table stays small without a job of its own. */
export const isPurgeDue = () => randomInt(200) === 0;
