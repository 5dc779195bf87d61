import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { env, siteUrl } from "#lib/env.ts";
import type { ContentClock } from "#lib/server/content/content-clock.ts";
import { sendPage } from "#lib/server/front/answer.ts";
import type { Exchange } from "#lib/server/front/exchange.ts";
import { createFormAgain } from "#lib/server/front/form-again.ts";
import { observeFill } from "#lib/server/front/metrics.ts";
import { createNextDoor } from "#lib/server/front/next-door.ts";
import { createOwnAnswers } from "#lib/server/front/own-answers.ts";
import { createNextPass } from "#lib/server/front/pass-to-next.ts";
import { needsDatabase, type StoredRoute } from "#lib/server/front/public-routes.ts";
import { nextRequestId } from "#lib/server/front/request-id.ts";
import { type Route, routeOf } from "#lib/server/front/request-route.ts";
import { securityHeaders } from "#lib/server/front/security-headers.ts";
import { SOCKET_LIMITS, watchSockets } from "#lib/server/front/socket-limits.ts";
import { createTurnAway } from "#lib/server/front/turn-away.ts";
import { createPageStore } from "#lib/server/pages/page-store.ts";

type Options = {
  clock: ContentClock;
  /** Where the processes that hold Next listen. */
  socketPaths: string[];
};

/** Where every request enters: public pages from the store, a few answers of its own, the rest to Next with clean headers. */
export function createFront({ clock, socketPaths }: Options) {
  const site = new URL(siteUrl());
  const security = securityHeaders(site.protocol === "https:");
  const next = createNextDoor({ socketPaths, reading: () => clock.shown });
  const store = createPageStore({
    clock,
    render: next.page,
    compress: next.compress,
    maxBytes: env.PAGE_STORE_BYTES,
    observeFill,
  });
  const state = { draining: false };
  const { turnAway, apologise } = createTurnAway(clock, security);
  const formAgain = createFormAgain(store);
  const passToNext = createNextPass({ next, clock, formAgain, site, security, turnAway, apologise });
  const answerOwn = createOwnAnswers({ clock, isWarm: () => store.count() > 0, state, security });

  /** A hit is not logged, so it has no name either: nothing of its head is made for it alone. */
  function answerFromMemory(request: IncomingMessage, response: ServerResponse, key: string) {
    const entry = store.lookUp(key);
    if (!entry) return false;
    sendPage(entry.page, request, response, clock.connected ? undefined : store.ageOf(entry));
    return true;
  }

  function answerStored(exchange: Exchange, route: StoredRoute) {
    const { request, response, id } = exchange;
    if (answerFromMemory(request, response, route.key)) return;
    if (!clock.connected && needsDatabase(route.key)) return turnAway(exchange, 503);
    store.get(route).then(
      (page) => sendPage(page, request, response, ["X-Request-Id", id]),
      (error) => apologise(exchange, error),
    );
  }

  function dispatch(exchange: Exchange, route: Route) {
    switch (route.kind) {
      case "stored":
        return answerStored(exchange, route.route);
      case "next":
        return passToNext(exchange, route);
      case "own":
        return answerOwn(exchange, route.name);
      case "moved":
        return sendOn(exchange, route.to, security);
      case "refused":
        return turnAway(exchange, route.status, ...(route.allow ? ["Allow", route.allow] : []));
    }
  }

  const server = http.createServer(SOCKET_LIMITS, (request, response) => {
    const { method = "GET", url = "/" } = request;
    if (state.draining) response.shouldKeepAlive = false;
    // Keys are canonical addresses, so an address that is a key needs no looking into.
    if ((method === "GET" || method === "HEAD") && answerFromMemory(request, response, url)) return;
    dispatch({ request, response, id: nextRequestId() }, routeOf(method, url));
  });
  watchSockets(server, security);

  /** From now on every answer is the last on its connection, and /api/ready says no. */
  function startDraining() {
    state.draining = true;
  }
  return { server, store, startDraining };
}

function sendOn({ response, id }: Exchange, to: string, security: string[]) {
  response.writeHead(308, [...security, "Location", to, "Content-Length", "0", "X-Request-Id", id]);
  response.end();
}
