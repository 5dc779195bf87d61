import { randomBytes } from "node:crypto";
import { readDailySalt } from "#lib/rate-limit/daily-salt.ts";
import { repeat } from "#lib/repeat.ts";

const SOON = 2000;
const A_MINUTE = 60_000;

let salt = randomBytes(16).toString("base64url"); // until the database has told the one that all nodes share

export const networkSalt = () => salt;

/** Fetches today's salt after the start, when the first readers are served, and each minute; while the database is away the last one stays. */
export function keepNetworkSalt() {
  repeat({ everyMs: A_MINUTE, firstMs: SOON }, "today's salt could not be read", async () => {
    salt = await readDailySalt();
  });
}
