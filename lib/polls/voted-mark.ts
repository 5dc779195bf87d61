import { hostCookie, hostCookieName } from "#lib/cookies.ts";
import { readReceipt } from "#lib/polls/receipt.ts";
import { keyedDigest, sameSecret } from "#lib/secrets.ts";

const YEAR = 365 * 24 * 3600;
const nameFor = (slug: string) => `da-bo-phieu_${slug}`;

export const votedCookieName = (slug: string) => hostCookieName(nameFor(slug));

const signature = (slug: string, receipt: string) => keyedDigest("voted mark", slug, receipt).toString("base64url");

/** What a browser keeps once it has voted: its receipt, signed. */
export const signVoted = (slug: string, receipt: string) => `${receipt}.${signature(slug, receipt)}`;

/** The receipt in a browser's mark, or undefined when it was not signed here for this poll. */
export function readVoted(slug: string, mark: string) {
  const [typed = "", sign = ""] = mark.split(".");
  const receipt = readReceipt(typed);
  return receipt && sameSecret(signature(slug, receipt), sign) ? receipt : undefined;
}

/** The Set-Cookie header that softly keeps a browser to one ballot. Whoever clears cookies may vote again: the form says so. */
export const votedCookie = (slug: string, receipt: string) =>
  hostCookie(nameFor(slug), signVoted(slug, receipt), { seconds: YEAR, sameSite: "Strict" });
