import { createHash } from "node:crypto";
import { keyedDigest, sameSecret } from "#lib/secrets.ts";

/** How many numbers a browser tries at the most: a second or two on a cheap phone, half of it on average. */
const MOST = 20_000;
/** As many hexadecimal digits of the hash as tell one number of so few from the others. */
const DIGITS = 8;

/** The number that has to be found; only the server can compute it. */
const numberOf = (id: string) => keyedDigest("challenge work", id).readUInt32LE() % MOST;

/**
 * Proof of work after ALTCHA's scheme (altcha.org, version 1): which number below `most`, written after the salt, has a
 * SHA-256 that begins with `target`? All of it follows from the challenge, whose ticket is signed for one form and one
 * time: nothing can be exchanged, and what is spent is the challenge itself, whose row and ballot are in the database.
 */
export function workOf(id: string) {
  const salt = keyedDigest("challenge work", id, "salt").toString("base64url").slice(0, 22);
  const target = createHash("sha256")
    .update(`${salt}${numberOf(id)}`)
    .digest("hex")
    .slice(0, DIGITS);
  return { salt, target, most: MOST };
}

export const isWorkDone = (id: string, typed: string) => sameSecret(String(numberOf(id)), typed);
