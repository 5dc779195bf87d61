import { randomBytes } from "node:crypto";
import { siteUrl } from "#lib/env.ts";
import { keyedDigest, sameSecret } from "#lib/secrets.ts";

const isSecure = () => siteUrl().startsWith("https:");
const HALF_A_YEAR = 182 * 24 * 3600;

export const deviceCookieName = () => `${isSecure() ? "__Host-" : ""}may-quen`;

const signature = (email: string, device: string) => keyedDigest("known device", email, device).toString("base64url");

/**
 * The Set-Cookie header by which a browser that has signed in to an account is known again: its tries are then counted apart
 * from a stranger's, who can no longer keep the account's owner out (OWASP, device cookies).
 */
export function deviceCookie(email: string, device = randomBytes(12).toString("base64url")) {
  const rest = `Path=/; Max-Age=${HALF_A_YEAR}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
  return `${deviceCookieName()}=${device}.${signature(email, device)}; ${rest}`;
}

/** The device in a browser's mark, or undefined when it was not signed here for this account. */
export function knownDevice(email: string, mark: string) {
  const [device = "", sign = ""] = mark.split(".");
  return device && sameSecret(signature(email, device), sign) ? device : undefined;
}
