import { env } from "#lib/env.ts";
import type { ContentClock } from "#lib/server/content/content-clock.ts";
import { announcesMore, BODY_LIMITS, limitBody } from "#lib/server/front/body-limit.ts";
import { isCrossSite } from "#lib/server/front/cross-site.ts";
import type { Exchange } from "#lib/server/front/exchange.ts";
import { comeBackOf, type createFormAgain } from "#lib/server/front/form-again.ts";
import { guardAnswer } from "#lib/server/front/next-answer.ts";
import { cleanRequest } from "#lib/server/front/next-request.ts";
import type { Route } from "#lib/server/front/request-route.ts";
import { INERT_POLICY } from "#lib/server/front/security-headers.ts";
import type { TurnAway } from "#lib/server/front/turn-away.ts";
import type { Handler } from "#lib/server/pages/renderer.ts";

type Options = TurnAway & {
  handle: Handler;
  clock: Pick<ContentClock, "connected">;
  formAgain: ReturnType<typeof createFormAgain>;
  site: URL;
  security: string[];
};
type NextRoute = Extract<Route, { kind: "next" }>;

/** Lets a request that is no public page through to Next: from this site, not too long, its headers cleaned. */
export function createNextPass({ handle, clock, formAgain, site, security, turnAway, apologise }: Options) {
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
    // Pages under /quan-tri get theirs from proxy.ts; what Next sets on a file of the library would not replace this one.
    response.setHeader("Content-Security-Policy", area === "open" ? `${INERT_POLICY}; sandbox` : INERT_POLICY);
    response.setHeader("X-Request-Id", id);
    const crashed = () => void apologise(exchange, new Error("Next answered 500"));
    const formComesBack = () => {
      const comeBack = area === "form" ? comeBackOf(response) : undefined;
      return comeBack && (() => void formAgain(exchange, comeBack).catch((error) => apologise(exchange, error)));
    };
    const instead = () => (response.statusCode === 500 ? crashed : formComesBack());
    guardAnswer(response, { secret: area === "editors", instead });
    handle(request, response).catch((error) => apologise(exchange, error));
  };
}

function setPairs(response: Exchange["response"], pairs: string[]) {
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    response.setHeader(pairs[index] ?? "", pairs[index + 1] ?? "");
  }
}
