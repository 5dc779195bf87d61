import type { ContentClock } from "#lib/server/content/content-clock.ts";
import { NOT_FOUND } from "#lib/server/front/public-routes.ts";
import { withBestBrotli } from "#lib/server/pages/frozen-page.ts";
import { createFiller, type Prove, type Render } from "#lib/server/pages/page-filler.ts";
import { createShelves, type Entry } from "#lib/server/pages/page-shelves.ts";

type Clock = Pick<ContentClock, "reading" | "connected" | "movedAt" | "oldFor" | "era">;
type Options = {
  clock: Clock;
  render: Render;
  prove?: Prove;
  maxBytes: number;
  observeFill?: (seconds: number) => void;
};

/** For so long after another node has published, readers here get what is stored: half of what is promised (a second). */
const GRACE_MS = 500;
/** Then the new page is made behind the readers: not at once, so that many publishes in a row make one page. */
const RENEWAL_MS = 250;

/** Finished public pages, each bound to the reading of the content clock before it was rendered. */
export function createPageStore({ clock, render, prove, maxBytes, observeFill = () => {} }: Options) {
  const shelves = createShelves(maxBytes);
  const counts = { hits: 0, misses: 0, stale: 0, proven: 0 };
  const improve = improver(clock);

  /** What may be answered from memory now. Without the database a page's age does not count, only its version. */
  function current(key: string) {
    const entry = shelves.find(key);
    if (!entry) return undefined;
    if (entry.reading !== clock.reading && !isExcused(entry)) return undefined;
    return clock.connected && Date.now() - entry.storedAt >= entry.goodFor ? undefined : entry;
  }

  const isExcused = ({ reading }: Entry) => clock.connected && clock.oldFor(reading) < GRACE_MS;

  const notFound = async () => current(NOT_FOUND)?.page ?? (await get({ key: NOT_FOUND, storable: true }));
  const get = createFiller({ clock, graceMs: GRACE_MS, render, prove, shelves, counts, notFound, observeFill });

  function lookUp(key: string) {
    const entry = current(key);
    if (!entry) return undefined;
    counts.hits++;
    if (++entry.hits === 2) improve(entry);
    if (clock.oldFor(entry.reading) >= RENEWAL_MS) get(entry.route).catch(() => {}); // the reader who waits for it will be told
    return entry;
  }

  /** How old an answer is and why it may be (RFC 7234, 5.5: 110 stale, 112 disconnected), as header names and values. */
  function ageOf({ storedAt, goodFor }: Entry) {
    counts.stale++;
    const age = Date.now() - storedAt;
    const warning = age < goodFor ? '112 - "Disconnected Operation"' : '110 - "Response is Stale"';
    return ["Age", String(Math.floor(age / 1000)), "Warning", warning];
  }

  return { counts, lookUp, ageOf, get, bytes: shelves.bytes, count: shelves.count };
}

export type PageStore = ReturnType<typeof createPageStore>;

/** Gives pages that are read again Brotli's best, one at a time, so that the threads stay free for first readers. */
function improver(clock: Clock) {
  let last = Promise.resolve();
  return (entry: Entry) => {
    if (entry.page.status !== 200) return;
    last = last.then(async () => {
      if (entry.reading === clock.reading) entry.page = await withBestBrotli(entry.page);
    });
  };
}
