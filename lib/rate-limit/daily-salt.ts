import { randomBytes } from "node:crypto";
import { db } from "#lib/db.ts";
import { isoDate } from "#lib/time.ts";

/** Today's salt for the names of networks, the same on every node. Earlier ones are deleted: what they named has no name any more. */
export async function readDailySalt(now = new Date()) {
  const day = isoDate(now);
  const salt = randomBytes(16).toString("base64url");
  await db.dailySalt.createMany({ data: { day, salt }, skipDuplicates: true });
  await db.dailySalt.deleteMany({ where: { day: { lt: day } } });
  return (await db.dailySalt.findUniqueOrThrow({ where: { day } })).salt;
}
