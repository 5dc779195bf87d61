import { siteUrl } from "#lib/env.ts";

/** Whether the site is read over HTTPS: cookies then stay with this host and its encrypted connections alone (RFC 6265bis, __Host-). */
export const isSecureSite = () => siteUrl().startsWith("https:");

export const hostCookieName = (name: string) => `${isSecureSite() ? "__Host-" : ""}${name}`;

type Kind = { seconds: number; sameSite: "Strict" | "Lax" };

/** The Set-Cookie header of a cookie that only the server reads. */
export const hostCookie = (name: string, value: string, { seconds, sameSite }: Kind) =>
  `${hostCookieName(name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${isSecureSite() ? "; Secure" : ""}`;

/** A cookie of this name that a request brings, or "". */
export function cookieIn(headers: Headers, name: string) {
  const start = `${name}=`;
  const found = headers
    .get("cookie")
    ?.split("; ")
    .find((pair) => pair.startsWith(start));
  return found?.slice(start.length) ?? "";
}
