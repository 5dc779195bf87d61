import type { IncomingMessage } from "node:http";
import { env } from "#lib/env.ts";
import { sameSecret } from "#lib/secrets.ts";
import type { ContentClock } from "#lib/server/content/content-clock.ts";
import { metricsOfAll } from "#lib/server/front/cluster-metrics.ts";
import type { Exchange } from "#lib/server/front/exchange.ts";
import { refuse } from "#lib/server/front/refusal.ts";
import type { Route } from "#lib/server/front/request-route.ts";
import { INERT_POLICY } from "#lib/server/front/security-headers.ts";
import { SPECULATION_RULES } from "#lib/server/front/speculation.ts";

type Options = {
  clock: ContentClock;
  /** Whether a first page has been rendered: a front stands long before Next has loaded. */
  isWarm: () => boolean;
  state: { draining: boolean };
  security: string[];
};
type Name = Extract<Route, { kind: "own" }>["name"];
type Answer = { status?: number; type?: string; body: string; extra?: string[] };

/**
 * Health, readiness, metrics and the speculation rules. Not in app/api: they tell of this process,
 * and must answer while Next or the database cannot.
 */
export function createOwnAnswers({ clock, isWarm, state, security }: Options) {
  function reasonToWait() {
    if (state.draining) return "draining";
    if (!clock.connected) return "database away";
    return isWarm() ? undefined : "starting";
  }

  const answers: Record<Exclude<Name, "metrics">, () => Answer> = {
    health: () => ({ body: '{"status":"ok"}' }),
    ready: () => {
      const status = reasonToWait();
      if (!status) return { body: '{"status":"ready"}' };
      return { status: 503, body: JSON.stringify({ status }), extra: ["Retry-After", "5"] };
    },
    speculation: () => ({
      type: "application/speculationrules+json",
      body: SPECULATION_RULES,
      extra: ["Cache-Control", "public, max-age=3600"],
    }),
  };

  function send({ request, response, id }: Exchange, answer: Answer) {
    const { status = 200, type = "application/json", body, extra = ["Cache-Control", "no-store"] } = answer;
    const described = ["Content-Type", type, "Content-Length", String(Buffer.byteLength(body))];
    response.writeHead(status, [
      ...security,
      ...described,
      ...["Content-Security-Policy", INERT_POLICY, "X-Request-Id", id],
      ...extra,
    ]);
    response.end(request.method === "HEAD" ? undefined : body);
  }

  return function answerOwn(exchange: Exchange, name: Name) {
    if (name !== "metrics") return send(exchange, answers[name]());
    if (!mayReadMetrics(exchange.request)) return refuse(exchange.response, 404, exchange.id, security);
    metricsOfAll().then(
      (body) => send(exchange, { type: "text/plain; version=0.0.4; charset=utf-8", body }),
      () => refuse(exchange.response, 500, exchange.id, security),
    );
  };
}

/** Without a token in the settings, or without the right one, the address does not exist. */
function mayReadMetrics({ headers }: IncomingMessage) {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  return env.METRICS_TOKEN !== undefined && given !== undefined && sameSecret(given, env.METRICS_TOKEN);
}
