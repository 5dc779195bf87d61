import type { Worker } from "node:cluster";
import { AggregatorRegistry, register } from "prom-client";

type Question = { type: "metrics"; asked: string };
type Reply = { type: "metrics-of-all"; asked: string; text: string };

const PATIENCE_MS = 6000;
const waiting = new Map<string, (text: string) => void>();

/**
 * The figures of all processes of this machine, added up: a scrape reaches whichever front the port gives it.
 * Alone, or when the primary is silent, this front's own.
 */
export async function metricsOfAll() {
  if (!process.send) return register.metrics();
  const asked = crypto.randomUUID();
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  waiting.set(asked, resolve);
  const timer = setTimeout(resolve, PATIENCE_MS, undefined);
  process.send({ type: "metrics", asked } satisfies Question);
  const text = await promise;
  clearTimeout(timer);
  waiting.delete(asked);
  return text ?? register.metrics();
}

/** In a front: takes the primary's reply. */
export function receiveMetrics(message: Reply | { type: string }) {
  if ("text" in message) waiting.get(message.asked)?.(message.text);
}

/** In the primary: makes it answer its fronts' questions. Called once, before the first fork. */
export function serveMetrics(cluster: {
  on: (event: "message", heard: (worker: Worker, message: Question) => void) => unknown;
}) {
  const all = new AggregatorRegistry();
  cluster.on("message", (worker, { type, asked }) => {
    if (type === "metrics") void answer(worker, asked);
  });

  async function answer(worker: Worker, asked: Question["asked"]) {
    const text = await all.clusterMetrics().catch(() => undefined);
    if (text !== undefined && worker.isConnected())
      worker.send({ type: "metrics-of-all", asked, text } satisfies Reply);
  }
}
