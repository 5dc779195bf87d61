import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether another site's page sent this. A browser says so in Sec-Fetch-Site, over plain HTTP only in Origin.
 * With neither it is no current browser, and SameSite cookies decide.
 */
export function isCrossSite(headers: IncomingHttpHeaders, siteHost: string) {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin } = headers;
  if (origin === undefined) return false;
  const host = hostOf(origin);
  return host === undefined || (host !== headers.host?.toLowerCase() && host !== siteHost);
}

function hostOf(origin: string) {
  return URL.canParse(origin) && /^https?:/.test(origin) ? new URL(origin).host : undefined;
}
