import { LIFETIME } from "#lib/captcha/challenge.ts";
import { cookieIn, hostCookie, hostCookieName, isSecureSite } from "#lib/cookies.ts";

const nameFor = (slug: string) => `ma_${slug}`;

/** One cookie a poll, so that forms in two tabs do not take each other's code. */
export const ticketCookieName = (slug: string) => hostCookieName(nameFor(slug));

/** The Set-Cookie header that hands a ticket out. Strict: only a page of this site can spend it. */
export const ticketCookie = (slug: string, ticket: string, seconds = LIFETIME) =>
  hostCookie(nameFor(slug), ticket, { seconds, sameSite: "Strict" });

/** The work that goes with a ticket, for the site's own script to read. */
export const workCookieName = (slug: string) => `viec_${slug}`;

/** The Set-Cookie header that asks for work, or ends what an earlier one asked for. */
export function workCookie(slug: string, work: { salt: string; target: string; most: number } | undefined) {
  const asked = work ? `${work.salt}.${work.target}.${work.most}; Max-Age=${LIFETIME}` : "; Max-Age=0";
  return `${workCookieName(slug)}=${asked}; Path=/; SameSite=Strict${isSecureSite() ? "; Secure" : ""}`;
}

/** The ticket that a request brings for this poll, or "". */
export const ticketIn = (headers: Headers, slug: string) => cookieIn(headers, ticketCookieName(slug));
