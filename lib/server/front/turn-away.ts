import { log } from "#lib/log.ts";
import type { ContentClock } from "#lib/server/content/content-clock.ts";
import type { Exchange } from "#lib/server/front/exchange.ts";
import { type RefusalStatus, refuse } from "#lib/server/front/refusal.ts";

/** The two ways of not answering with a page: the reader's doing, and ours. */
export function createTurnAway(clock: Pick<ContentClock, "check">, security: string[]) {
  function turnAway({ request, response, id }: Exchange, status: RefusalStatus, ...extra: string[]) {
    if (response.headersSent) return void response.destroy();
    const unread = request.method === "POST" && !request.complete ? ["Connection", "close"] : [];
    refuse(response, status, id, security, [...unread, ...extra]);
  }

  /** Without the database nothing can be rendered, and the reader may come back; with it, an error is a bug. */
  async function apologise(exchange: Exchange, error: unknown) {
    const late = error instanceof Error && error.name === "TimeoutError";
    const away = !(await clock.check());
    const { id, request } = exchange;
    log.error({ id, path: request.url?.split("?", 1)[0], away, err: error }, "A request failed");
    turnAway(exchange, away || late ? 503 : 500);
  }

  return { turnAway, apologise };
}

export type TurnAway = ReturnType<typeof createTurnAway>;
