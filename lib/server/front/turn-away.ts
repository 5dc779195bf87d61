import { log } from "#lib/log.ts";
import type { ContentClock } from "#lib/server/content/content-clock.ts";
import type { Exchange } from "#lib/server/front/exchange.ts";
import { type RefusalStatus, refuse } from "#lib/server/front/refusal.ts";
import { codeOf } from "#lib/server/start/operator-failure.ts";

/** Of a process that has died, until another has taken its place. */
const PASSING = new Set(["ECONNRESET", "EPIPE", "ECONNREFUSED", "ENOENT"]);

/** The two ways of not answering with a page: the reader's doing, and ours. */
export function createTurnAway(clock: Pick<ContentClock, "check">, security: string[]) {
  function turnAway({ request, response, id }: Exchange, status: RefusalStatus, ...extra: string[]) {
    if (response.headersSent) return void response.destroy();
    const unread = request.method === "POST" && !request.complete ? ["Connection", "close"] : [];
    refuse(response, status, id, security, [...unread, ...extra]);
  }

  /** Without the database, or a process that holds Next, nothing can be rendered, and the reader may come back; else an error is a bug. */
  async function apologise(exchange: Exchange, error: unknown) {
    const passes = error instanceof Error && (error.name === "TimeoutError" || PASSING.has(codeOf(error) ?? ""));
    const away = !(await clock.check());
    const { id, request } = exchange;
    log.error({ id, path: request.url?.split("?", 1)[0], away, err: error }, "A request failed");
    turnAway(exchange, away || passes ? 503 : 500);
  }

  return { turnAway, apologise };
}

export type TurnAway = ReturnType<typeof createTurnAway>;
