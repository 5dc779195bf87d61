import { db } from "#lib/db.ts";
import { env, siteUrl } from "#lib/env.ts";
import { type Ask, createAsk, type Outcome } from "#lib/links/ask.ts";
import { pool } from "#lib/pool.ts";
import { repeat } from "#lib/repeat.ts";
import { isoDate } from "#lib/time.ts";

const A_MINUTE = 60_000;
const EVERY = 10 * A_MINUTE;
const FIRST = 5 * A_MINUTE;
const A_DAY = 24 * 60 * A_MINUTE;
/** So many addresses a turn, and so many of them at once, each of another host. */
const BATCH = 100;
const AT_ONCE = 4;

/** Asks the outside pages that live articles link to and that were not asked for a week, or for a day since they failed. One process does it at a time. */
export async function checkDueLinks(ask: Ask = createAsk(), now = new Date()) {
  const holder = await pool.connect();
  let isHeld = false;
  try {
    const { rows } = await holder.query<{ mine: boolean }>("SELECT pg_try_advisory_lock(5804) AS mine");
    if (!rows[0]?.mine) return;
    isHeld = true;
    await checkBatch(ask, now);
    await holder.query("SELECT pg_advisory_unlock(5804)");
    isHeld = false;
  } finally {
    holder.release(isHeld); // the lock of a failure ends with its connection
  }
}

async function checkBatch(ask: Ask, now: Date) {
  const results = await askAll(await dueAddresses(now), ask);
  const isOnline = results.some(({ outcome }) => outcome.works || outcome.answered);
  for (const { address, outcome } of results) await record(address, outcome, now, isOnline || results.length === 1);
  await db.$executeRaw`
    DELETE FROM "LinkCheck" c WHERE NOT EXISTS (SELECT FROM "ArticleLink" l WHERE l.address = c.address)`;
}

async function dueAddresses(now: Date) {
  const rows = await db.$queryRaw<{ address: string }[]>`
    SELECT DISTINCT l.address, c."checkedAt" FROM "ArticleLink" l LEFT JOIN "LinkCheck" c ON c.address = l.address
    WHERE l.address ~* '^https?://' AND lower(split_part(split_part(l.address, '/', 3), '?', 1)) <> ${new URL(siteUrl()).host}
      AND (c.address IS NULL OR c."checkedAt" <= CASE WHEN c."failedDays" > 0
        THEN ${new Date(now.getTime() - A_DAY)}::timestamptz ELSE ${new Date(now.getTime() - 7 * A_DAY)}::timestamptz END)
    ORDER BY c."checkedAt" NULLS FIRST, l.address LIMIT ${BATCH}`;
  return rows.map(({ address }) => address);
}

async function askAll(addresses: string[], ask: Ask) {
  const waiting = [...addresses];
  const results: { address: string; outcome: Outcome }[] = [];
  async function asker() {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift())
      results.push({ address, outcome: await ask(address) });
  }
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
  return results;
}

/** When nothing answered at all, it is our own connection that is away: nobody's failure. */
async function record(address: string, outcome: Outcome, checkedAt: Date, isOnline: boolean) {
  if (outcome.works) {
    const row = { checkedAt, why: null, failedDays: 0, failedOn: null };
    await db.linkCheck.upsert({ where: { address }, create: { address, ...row }, update: row });
  } else if (isOnline) {
    await db.$executeRaw`
      INSERT INTO "LinkCheck" AS c (address, "checkedAt", why, "failedDays", "failedOn")
      VALUES (${address}, ${checkedAt}, ${outcome.why}, 1, ${isoDate(checkedAt)}::date)
      ON CONFLICT (address) DO UPDATE SET "checkedAt" = excluded."checkedAt", why = excluded.why, "failedOn" = excluded."failedOn",
        "failedDays" = c."failedDays" + (c."failedOn" IS DISTINCT FROM excluded."failedOn")::int`;
  } else {
    await db.linkCheck.upsert({ where: { address }, create: { address, checkedAt }, update: { checkedAt } });
  }
}

export function keepLinksChecked() {
  const isWanted = env.LINK_CHECK ? env.LINK_CHECK === "on" : env.NODE_ENV === "production";
  if (isWanted) repeat({ everyMs: EVERY, firstMs: FIRST }, "outside links could not be checked", () => checkDueLinks());
}
