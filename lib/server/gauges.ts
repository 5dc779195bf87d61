import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge } from "prom-client";
import { pool } from "#lib/pool.ts";

/** What every process of the site tells Prometheus of itself. Figures are read when asked for. */
export function describeProcess() {
  new AggregatorRegistry(); // from now on this process answers when the primary gathers figures
  collectDefaultMetrics(); // memory, CPU, event-loop delay
  gauge("database_pool_connections", "Open database connections", "sum", () => pool.totalCount);
  gauge("database_pool_idle", "Idle database connections", "sum", () => pool.idleCount);
  gauge("database_pool_waiting", "Queries waiting for a connection", "sum", () => pool.waitingCount);
}

export function counter(name: string, help: string, read: () => number) {
  new Counter({
    name,
    help,
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}

export function gauge(
  name: string,
  help: string,
  aggregator: "sum" | "min" | "max",
  read: () => number | Promise<number>,
) {
  new Gauge({
    name,
    help,
    aggregator,
    async collect() {
      this.set(await read());
    },
  });
}
