import { Histogram } from "prom-client";
import type { ContentClock } from "#lib/server/content/content-clock.ts";
import { counter, describeProcess, gauge } from "#lib/server/gauges.ts";
import type { PageStore } from "#lib/server/pages/page-store.ts";

const fills = new Histogram({
  name: "page_fill_seconds",
  help: "Time to render, freeze and compress one page",
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
});

export const observeFill = (seconds: number) => fills.observe(seconds);

/** Describes this front to Prometheus: a hit pays for an addition and no more. */
export function describeFront(store: PageStore, clock: ContentClock) {
  describeProcess();
  const { counts } = store;
  counter("page_hits_total", "Pages answered from memory", () => counts.hits);
  counter("page_misses_total", "Pages that had to be rendered", () => counts.misses);
  counter(
    "page_untouched_total",
    "Pages kept after a publish because they show nothing of what moved",
    () => counts.untouched,
  );
  counter("page_stale_total", "Pages answered from memory while the database was away", () => counts.stale);
  counter("page_dropped_total", "Pages dropped for want of room: raise PAGE_STORE_BYTES", store.dropped);
  gauge("page_store_bytes", "Bytes of stored pages", "sum", store.bytes);
  gauge("page_store_pages", "Stored pages", "sum", store.count);
  gauge("content_version", "Lowest content version a front knows", "min", () => Number(clock.version));
  gauge("database_connected", "0 when a front has lost the database", "min", () => (clock.connected ? 1 : 0));
}
