import type { ContentClock } from "#lib/server/content/content-clock.ts";
import { NOT_FOUND, type StoredRoute } from "#lib/server/front/public-routes.ts";
import { type FrozenPage, frozenPage, OVERHEAD, withBestBrotli } from "#lib/server/pages/frozen-page.ts";
import { createShelves, type Entry } from "#lib/server/pages/page-shelves.ts";
import type { FreshPage } from "#lib/server/pages/renderer.ts";
import { takeTurns } from "#lib/server/pages/turns.ts";

type Clock = Pick<ContentClock, "reading" | "connected" | "movedAt">;
type Render = (key: string) => Promise<FreshPage>;
type Counts = { hits: number; misses: number; stale: number };
type Options = { clock: Clock; render: Render; maxBytes: number; observeFill?: (seconds: number) => void };

const RENDERS_AGAIN = 3;
/** More at once would only make each later, and every hit between them. */
const RENDERS_AT_ONCE = 8;

/** Finished public pages, each bound to the reading of the content clock before it was rendered. */
export function createPageStore({ clock, render, maxBytes, observeFill = () => {} }: Options) {
  const shelves = createShelves(maxBytes);
  const counts: Counts = { hits: 0, misses: 0, stale: 0 };
  const improve = improver(clock);

  /** What may be answered from memory now. Without the database a page's age does not count, only its version. */
  function current(key: string) {
    const entry = shelves.find(key);
    if (entry?.reading !== clock.reading) return undefined;
    return clock.connected && Date.now() - entry.storedAt >= entry.goodFor ? undefined : entry;
  }

  const notFound = async () => current(NOT_FOUND)?.page ?? (await get({ key: NOT_FOUND, storable: true }));
  const get = filler({ clock, render, shelves, counts, notFound, observeFill });

  function lookUp(key: string) {
    const entry = current(key);
    if (!entry) return undefined;
    counts.hits++;
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

  return { counts, lookUp, ageOf, get, bytes: shelves.bytes, count: shelves.count };
}

export type PageStore = ReturnType<typeof createPageStore>;

type Filling = {
  clock: Clock;
  render: Render;
  shelves: ReturnType<typeof createShelves>;
  counts: Counts;
  observeFill: (seconds: number) => void;
  /** The ordinary page of that name: all that is missing shares its bytes. */
  notFound: () => Promise<FrozenPage>;
};

/** Renders pages, each once for all who ask for it under the same reading, and keeps what may be kept. */
function filler({ clock, render, shelves, counts, notFound, observeFill }: Filling) {
  const inTurn = takeTurns(RENDERS_AT_ONCE);
  const flights = new Map<string, Promise<FrozenPage>>();

  async function make(key: string) {
    const before = shelves.find(key)?.page;
    const rendered = await inTurn(() => render(key));
    if (key === NOT_FOUND) return frozenPage({ ...rendered, status: 404 }, clock.movedAt, before);
    if (rendered.status === 404 && rendered.isPage) return { ...(await notFound()), weight: OVERHEAD };
    return frozenPage(rendered, clock.movedAt, before);
  }

  async function fill({ key, seconds, storable }: StoredRoute): Promise<FrozenPage> {
    for (let attempt = 0; ; attempt++) {
      const started = performance.now();
      const { reading } = clock;
      const page = await make(key);
      observeFill((performance.now() - started) / 1000);
      const moved = reading !== clock.reading; // then it may show what was before
      if (moved && attempt < RENDERS_AGAIN) continue;

      const goodFor = lifetime(page.status, seconds);
      if (!moved && storable && goodFor > 0) {
        shelves.put(key, { page, reading, storedAt: Date.now(), goodFor, hits: 0 });
      }
      return page;
    }
  }

  function get(route: StoredRoute) {
    // A fill begun under an older reading may already have read what has changed since: not for this reader.
    const flight = `${clock.reading} ${route.key}`;
    const pending = flights.get(flight);
    if (pending !== undefined) return pending;
    counts.misses++;
    const begun = fill(route).finally(() => flights.delete(flight));
    flights.set(flight, begun);
    return begun;
  }
  return get;
}

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

const MINUTE = 60_000;
const KEPT_BRIEFLY = [301, 302, 303, 307, 308, 404, 410];

/** How long an answer is good for while content does not move, in milliseconds; 0 for errors. */
function lifetime(status: number, seconds: number | undefined) {
  if (status === 200) return seconds === undefined ? 10 * MINUTE : seconds * 1000;
  return KEPT_BRIEFLY.includes(status) ? MINUTE / 2 : 0;
}
