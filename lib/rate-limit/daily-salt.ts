import { randomBytes } from "node:crypto";
import { db } from "#lib/db.ts";
import { isoDate } from "#lib/time.ts";

/** Today's salt for the names of networks, the same on every node. Earlier ones are deleted: what they named has no name any more. */
export async function readDailySalt(now = new Date()) {
  const day = isoDate(now);
  const fresh = randomBytes(16).toString("base64url");
  const [known] = await db.$queryRaw<{ salt: string }[]>`
    INSERT INTO "DailySalt" (day, salt) VALUES (${day}, ${fresh})
    ON CONFLICT (day) DO UPDATE SET day = EXCLUDED.day RETURNING salt`;
  await db.dailySalt.deleteMany({ where: { day: { lt: day } } }); // a node whose clock is late makes its day anew
  return known?.salt ?? fresh;
}
