import { randomBytes } from "node:crypto";
import { pool } from "#lib/pool.ts";
import { isoDate } from "#lib/time.ts";

/** Today's salt for the names of networks, the same on every node. Earlier ones are deleted: what they named has no name any more. */
export async function readDailySalt(now = new Date()) {
  const day = isoDate(now);
  const fresh = randomBytes(16).toString("base64url");
  const { rows } = await pool.query<{ salt: string }>(
    `INSERT INTO "DailySalt" (day, salt) VALUES ($1, $2) ON CONFLICT (day) DO UPDATE SET day = EXCLUDED.day RETURNING salt`,
    [day, fresh],
  );
  await pool.query(`DELETE FROM "DailySalt" WHERE day < $1`, [day]); // a node whose clock is late makes its day anew
  return rows[0]?.salt ?? fresh;
}
