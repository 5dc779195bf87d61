import { randomBytes } from "node:crypto";
import { log } from "#lib/log.ts";
import { readDailySalt } from "#lib/rate-limit/daily-salt.ts";

const SOON = 2000;
const A_MINUTE = 60_000;

let salt = randomBytes(16).toString("base64url"); // until the database has told the one that all nodes share

export const networkSalt = () => salt;

/** Fetches today's salt after the start and each minute; while the database is away the last one stays. */
export function keepNetworkSalt() {
  const fetchIt = () =>
    void readDailySalt().then(
      (found) => {
        salt = found;
      },
      (error) => log.warn({ err: error }, "today's salt could not be read"),
    );
  setTimeout(fetchIt, SOON).unref(); // the first readers come first
  setInterval(fetchIt, A_MINUTE).unref();
}
