import { randomBytes } from "node:crypto";
import { hostCookie, hostCookieName } from "#lib/cookies.ts";
import { keyedDigest, sameSecret } from "#lib/secrets.ts";

const NAME = "may-quen";
const HALF_A_YEAR = 182 * 24 * 3600;

export const deviceCookieName = () => hostCookieName(NAME);

const signature = (email: string, device: string) => keyedDigest("known device", email, device).toString("base64url");

/**
 * The Set-Cookie header by which a browser that has signed in to an account is known again: its tries are then counted apart
 * from a stranger's, who can no longer keep the account's owner out (OWASP, device cookies).
 */
export function deviceCookie(email: string) {
  const device = randomBytes(12).toString("base64url");
  return hostCookie(NAME, `${device}.${signature(email, device)}`, { seconds: HALF_A_YEAR, sameSite: "Lax" });
}

/** The device in a browser's mark, or undefined when it was not signed here for this account. */
export function knownDevice(email: string, mark: string) {
  const [device = "", sign = ""] = mark.split(".");
  return device && sameSecret(signature(email, device), sign) ? device : undefined;
}
