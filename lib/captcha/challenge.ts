import { randomBytes } from "node:crypto";
import { env } from "#lib/env.ts";
import { keyedDigest, sameSecret } from "#lib/secrets.ts";
import { spell } from "#lib/symbols.ts";

/**
 * What a code is made of. No two look alike or sound alike when spelt out in Vietnamese (R does like F), and none is a vowel, D or W:
 * a Vietnamese keyboard (Telex, VNI) turns "UF" into "Ù" and "D9" into "Đ" while the reader types.
 */
export const ALPHABET = "FHKMQTVX2345679";
const LENGTH = 5;
/** Seconds between showing a code and its last use. */
export const LIFETIME = 600;

/** 128 random bits. Everything else follows from it with a key, so that nothing is kept about a code that is only shown. */
export const newChallengeId = () => randomBytes(16).toString("base64url");

/** The code of a challenge; only the server can compute it. */
export const answerOf = (id: string) =>
  env.CAPTCHA_TEST_CODE?.toUpperCase() ?? spell(keyedDigest("challenge answer", id), ALPHABET, LENGTH);

/** The seed of a challenge's sound: kept apart from the code by its own part of the key's input. */
export const soundSeedOf = (id: string) => keyedDigest("challenge answer", id, "sound").readUInt32LE();

/** Whether what was typed is the code: lower case, spaces and hyphens between the symbols are forgiven. */
export const isAnswer = (id: string, typed: string) =>
  sameSecret(answerOf(id), typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase());

/** The ticket that the visitor's cookie carries: id, expiry in seconds since 1970, and a signature that binds both to one form. */
export function signTicket(form: string, id: string, now: Date) {
  const expiry = String(Math.floor(now.getTime() / 1000) + LIFETIME);
  return `${id}.${expiry}.${signature(form, id, expiry)}`;
}

/** What a ticket says, or undefined when it was not signed here for this form. Whether it has expired is the caller's question. */
export function readTicket(form: string, ticket: string) {
  const found = /^(?<id>[\w-]{22})\.(?<expiry>\d{10})\.(?<mark>[\w-]{43})$/.exec(ticket);
  if (!found?.groups) return undefined;
  const { id = "", expiry = "", mark = "" } = found.groups;
  if (!sameSecret(signature(form, id, expiry), mark)) return undefined;
  return { id, expiresAt: new Date(Number(expiry) * 1000) };
}

const signature = (form: string, id: string, expiry: string) =>
  keyedDigest("challenge cookie", form, id, expiry).toString("base64url");
