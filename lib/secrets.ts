import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "#lib/env.ts";

/** What a key is for: two purposes never share one. */
type Purpose =
  | "revision seal"
  | "challenge answer"
  | "challenge cookie"
  | "challenge work"
  | "known device"
  | "receipt"
  | "voted mark"
  | "vote code"
  | "blind leaf"
  | "poll comment"
  | "network"
  | "database role"
  | "session cookie"
  | "sign-in account"
  | "server actions"
  | "second factor"
  | "recovery code";

/** Made once for each: five times faster than a key from bytes at each digest. */
const keys = new Map<string, KeyObject>();

function keyFor(purpose: Purpose) {
  if (!env.AUTH_SECRET) throw new Error("AUTH_SECRET is not set in this process");
  const name = `${purpose} ${env.AUTH_SECRET}`;
  const known = keys.get(name);
  if (known) return known;
  const key = createSecretKey(createHmac("sha256", env.AUTH_SECRET).update(purpose).digest());
  keys.set(name, key);
  return key;
}

/** HMAC-SHA-256 with a key of this purpose alone (derived from AUTH_SECRET, RFC 5869's idea with one block). */
export function keyedDigest(purpose: Purpose, ...parts: string[]) {
  const digest = createHmac("sha256", keyFor(purpose));
  for (const part of parts) digest.update(`${Buffer.byteLength(part)}:`).update(part); // lengths, so that parts cannot be shifted
  return digest.digest();
}

const [CIPHER, NONCE, TAG] = ["aes-256-gcm", 12, 16] as const;

/** Encrypts what must be read again (AES-256-GCM, NIST SP 800-38D); it opens only with the same purpose and the same owner. */
export function sealText(purpose: Purpose, owner: string, text: string) {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyFor(purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text of `sealText`; undefined when it was sealed for something else, changed since, or under another AUTH_SECRET. */
export function openText(purpose: Purpose, owner: string, sealedText: string) {
  const bytes = Buffer.from(sealedText, "base64url");
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(purpose), bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return decipher.update(bytes.subarray(NONCE + TAG), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return undefined;
  }
}

/** Compares two secrets without telling by the time it takes where they differ. */
export function sameSecret(one: string, other: string) {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
