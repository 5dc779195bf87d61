import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram } from "prom-client";
import { countOverdue } from "#lib/articles/due.ts";
import { pool } from "#lib/db.ts";
import { countMail } from "#lib/mail/outbox.ts";
import type { ContentClock } from "#lib/server/content/content-clock.ts";
import type { PageStore } from "#lib/server/pages/page-store.ts";

const fills = new Histogram({
  name: "page_fill_seconds",
  help: "Time to render, freeze and compress one page",
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
});

export const observeFill = (seconds: number) => fills.observe(seconds);

/** Describes this worker to Prometheus. Counts are read when asked for: a hit pays for an addition and no more. */
export function describeWorker(store: PageStore, clock: ContentClock) {
  new AggregatorRegistry(); // from now on this worker answers when the primary gathers figures
  collectDefaultMetrics(); // memory, CPU, event-loop delay
  const { counts } = store;
  counter("page_hits_total", "Pages answered from memory", () => counts.hits);
  counter("page_misses_total", "Pages that had to be rendered", () => counts.misses);
  counter(
    "page_proven_total",
    "Pages kept after a publish because the database says that they still hold",
    () => counts.proven,
  );
  counter("page_stale_total", "Pages answered from memory while the database was away", () => counts.stale);
  gauge("page_store_bytes", "Bytes of stored pages", "sum", store.bytes);
  gauge("page_store_pages", "Stored pages", "sum", store.count);
  gauge("content_version", "Lowest content version a worker knows", "min", () => Number(clock.version));
  gauge("articles_overdue", "Articles whose hour to appear or to go has passed", "max", () =>
    countOverdue().catch(() => Number.NaN),
  );
  gauge("database_connected", "0 when a worker has lost the database", "min", () => (clock.connected ? 1 : 0));
  gauge("mail_waiting", "Mails that wait to be sent", "max", () => mailCount("waiting"));
  gauge("mail_given_up", "Mails that no server took for a day", "max", () => mailCount("givenUp"));
  gauge("database_pool_connections", "Open database connections", "sum", () => pool.totalCount);
  gauge("database_pool_idle", "Idle database connections", "sum", () => pool.idleCount);
  gauge("database_pool_waiting", "Queries waiting for a connection", "sum", () => pool.waitingCount);
}

const mailCount = (what: "waiting" | "givenUp") =>
  countMail().then(
    (counts) => counts[what],
    () => Number.NaN,
  );

function counter(name: string, help: string, read: () => number) {
  new Counter({
    name,
    help,
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}

function gauge(name: string, help: string, aggregator: "sum" | "min" | "max", read: () => number | Promise<number>) {
  new Gauge({
    name,
    help,
    aggregator,
    async collect() {
      this.set(await read());
    },
  });
}
