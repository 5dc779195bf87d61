import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream";
import { env } from "#lib/env.ts";
import type { ContentClock } from "#lib/server/content/content-clock.ts";
import { announcesMore, BODY_LIMITS, limitBody } from "#lib/server/front/body-limit.ts";
import { isCrossSite } from "#lib/server/front/cross-site.ts";
import type { Exchange } from "#lib/server/front/exchange.ts";
import { comeBackOf, type createFormAgain } from "#lib/server/front/form-again.ts";
import type { NextDoor } from "#lib/server/front/next-door.ts";
import { headOf } from "#lib/server/front/next-head.ts";
import { cleanHeaders } from "#lib/server/front/next-request.ts";
import type { Route } from "#lib/server/front/request-route.ts";
import type { TurnAway } from "#lib/server/front/turn-away.ts";

type Options = TurnAway & {
  next: Pick<NextDoor, "ask">;
  clock: Pick<ContentClock, "connected">;
  formAgain: ReturnType<typeof createFormAgain>;
  site: URL;
  security: string[];
};
type NextRoute = Extract<Route, { kind: "next" }>;

/** Lets a request that is no public page through to Next: from this site, not too long, its headers cleaned. */
export function createNextPass({ next, clock, formAgain, site, security, turnAway, apologise }: Options) {
  function answer(exchange: Exchange, area: NextRoute["area"], answered: IncomingMessage) {
    const { response, id } = exchange;
    const comeBack = area === "form" ? comeBackOf(answered.headers) : undefined;
    if (answered.statusCode === 500 || comeBack) {
      answered.resume();
      if (!comeBack) return apologise(exchange, new Error("Next answered 500"));
      return formAgain(exchange, comeBack).catch((error) => apologise(exchange, error));
    }
    response.writeHead(answered.statusCode ?? 500, headOf(answered, area, id, security));
    return pipeline(answered, response, () => {}); // what ends one half-way ends the other
  }

  /** Sends a request on, and its answer back; what ends one ends the other. */
  function pass(exchange: Exchange, { area, url }: NextRoute) {
    const { request, response, id } = exchange;
    const headers = cleanHeaders(request, id, area === "editors", { proxies: env.TRUSTED_PROXIES, site });
    const asked = next.ask({ method: request.method ?? "GET", url, headers });
    const body = request.pipe(limitBody(BODY_LIMITS[area]));
    let isOver = false;
    const once = (end: () => unknown) => {
      if (!isOver && !response.destroyed) end();
      isOver = true;
    };
    body.pipe(asked);
    body.on("error", () => once(() => turnAway(exchange, 413))); // which ends what was asked
    asked.on("response", (answered) => once(() => answer(exchange, area, answered)));
    asked.on("error", (error) => once(() => apologise(exchange, error)));
    response.on("close", () => asked.destroy()); // the client has its answer, or has gone
  }

  return function passToNext(exchange: Exchange, route: NextRoute) {
    const { request } = exchange;
    if (request.method === "POST" && isCrossSite(request.headers, site.host)) return turnAway(exchange, 403);
    if (announcesMore(request, BODY_LIMITS[route.area])) return turnAway(exchange, 413);
    if (!clock.connected) return turnAway(exchange, 503);
    try {
      return pass(exchange, route);
    } catch (error) {
      return void apologise(exchange, error); // node:http refuses to send on what it took: nobody else may suffer for it
    }
  };
}
