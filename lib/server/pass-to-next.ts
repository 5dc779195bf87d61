import { env } from "#lib/env.ts";
import { announcesMore, BODY_LIMITS, limitBody } from "#lib/server/body-limit.ts";
import type { ContentClock } from "#lib/server/content-clock.ts";
import { isCrossSite } from "#lib/server/cross-site.ts";
import type { Exchange } from "#lib/server/exchange.ts";
import { guardAnswer } from "#lib/server/next-answer.ts";
import { cleanRequest } from "#lib/server/next-request.ts";
import type { Handler } from "#lib/server/renderer.ts";
import type { Route } from "#lib/server/request-route.ts";
import { INERT_POLICY } from "#lib/server/security-headers.ts";
import type { TurnAway } from "#lib/server/turn-away.ts";

type Options = TurnAway & { handle: Handler; clock: Pick<ContentClock, "connected">; site: URL; security: string[] };
type NextRoute = Extract<Route, { kind: "next" }>;

/** Lets a request that is no public page through to Next: from this site, not too long, its headers cleaned. */
export function createNextPass({ handle, clock, site, security, turnAway, apologise }: Options) {
  return function passToNext(exchange: Exchange, { area, url }: NextRoute) {
    const { request, response, id } = exchange;
    const limit = BODY_LIMITS[area];
    if (request.method === "POST" && isCrossSite(request.headers, site.host)) return turnAway(exchange, 403);
    if (announcesMore(request, limit)) return turnAway(exchange, 413);
    if (!clock.connected) return turnAway(exchange, 503);

    limitBody(request, limit, () => turnAway(exchange, 413));
    request.url = url;
    cleanRequest(request, id, area === "editors", { proxies: env.TRUSTED_PROXIES, site });

    setPairs(response, security);
    response.setHeader("Content-Security-Policy", INERT_POLICY); // pages under /quan-tri get theirs from proxy.ts
    response.setHeader("X-Request-Id", id);
    const crashed = () => void apologise(exchange, new Error("Next answered 500"));
    guardAnswer(response, { secret: area === "editors", crashed });
    handle(request, response).catch((error) => apologise(exchange, error));
  };
}

function setPairs(response: Exchange["response"], pairs: string[]) {
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    response.setHeader(pairs[index] ?? "", pairs[index + 1] ?? "");
  }
}
