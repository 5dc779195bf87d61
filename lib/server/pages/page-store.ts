import { setTimeout as pause } from "node:timers/promises";
import type { ContentClock } from "#lib/server/content/content-clock.ts";
import { NOT_FOUND } from "#lib/server/front/public-routes.ts";
import { withBestBrotli } from "#lib/server/pages/frozen-page.ts";
import { createFiller, type Render } from "#lib/server/pages/page-filler.ts";
import { createRenewal } from "#lib/server/pages/page-renewal.ts";
import { createShelves, type Entry } from "#lib/server/pages/page-shelves.ts";

type Clock = Pick<ContentClock, "reading" | "connected" | "movedAt" | "oldFor" | "stands" | "onMove">;
type Options = {
  clock: Clock;
  render: Render;
  /** Brotli's best of a text. */
  compress: (text: Buffer) => Promise<Buffer>;
  maxBytes: number;
  observeFill?: (seconds: number) => void;
};

const SETTLED_MS = 3000;
/** For so long after another node has published, readers here get what is stored: half of what is promised (a second). */
const GRACE_MS = 500;

/** Finished public pages, each bound to the reading of the content clock before it was rendered. */
export function createPageStore({ clock, render, compress, maxBytes, observeFill = () => {} }: Options) {
  const shelves = createShelves(maxBytes);
  const counts = { hits: 0, misses: 0, stale: 0, untouched: 0 };
  const improve = improver(isOld, compress);

  /** What may be answered from memory now. Without the database a page's age does not count, only its version. */
  function current(key: string) {
    const entry = shelves.find(key);
    if (!entry) return undefined;
    if (isOld(entry) && !isExcused(entry)) return undefined;
    return clock.connected && Date.now() - entry.storedAt >= entry.goodFor ? undefined : entry;
  }

  /** What moved since it was made may be nothing that it shows: then it counts as made now. */
  function isOld(entry: Entry) {
    if (entry.reading === clock.reading) return false;
    const { shows } = entry.page;
    if (!shows || !clock.stands(entry.reading, shows)) return true;
    entry.reading = clock.reading;
    counts.untouched++;
    return false;
  }

  const isExcused = ({ reading }: Entry) => clock.connected && clock.oldFor(reading) < GRACE_MS;

  const notFound = async () => current(NOT_FOUND)?.page ?? (await get({ key: NOT_FOUND, storable: true }));
  const get = createFiller({ clock, graceMs: GRACE_MS, render, shelves, counts, notFound, observeFill });

  function lookUp(key: string) {
    const entry = current(key);
    if (!entry) return undefined;
    counts.hits++;
    entry.readAt = Date.now();
    if (++entry.hits === 2) improve(entry);
    return entry;
  }

  /** How old an answer is and why it may be (RFC 7234, 5.5: 110 stale, 112 disconnected), as header names and values. */
  function ageOf({ storedAt, goodFor }: Entry) {
    counts.stale++;
    const age = Date.now() - storedAt;
    const warning = age < goodFor ? '112 - "Disconnected Operation"' : '110 - "Response is Stale"';
    return ["Age", String(Math.floor(age / 1000)), "Warning", warning];
  }

  clock.onMove(createRenewal({ shelves, isOld, make: get }));
  const { bytes, count, dropped } = shelves;
  return { counts, lookUp, ageOf, get, bytes, count, dropped };
}

export type PageStore = ReturnType<typeof createPageStore>;

/**
 * Gives pages that are read again Brotli's best, one at a time and once they have stood for a moment: it is ten times the work
 * of the rendering itself, for nothing where the next publish makes the page anew.
 */
function improver(isOld: (entry: Entry) => boolean, compress: Options["compress"]) {
  let last = Promise.resolve();
  return (entry: Entry) => {
    if (entry.page.status !== 200) return;
    last = last.then(async () => {
      await pause(Math.max(0, entry.storedAt + SETTLED_MS - Date.now()), undefined, { ref: false });
      if (!isOld(entry)) entry.page = await withBestBrotli(entry.page, compress).catch(() => entry.page);
    });
  };
}
