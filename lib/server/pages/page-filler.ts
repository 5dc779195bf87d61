import type { ContentClock } from "#lib/server/content/content-clock.ts";
import { NOT_FOUND, type StoredRoute } from "#lib/server/front/public-routes.ts";
import type { FinishedPage } from "#lib/server/next/finished-page.ts";
import { type FrozenPage, frozenPage, OVERHEAD } from "#lib/server/pages/frozen-page.ts";
import type { createShelves } from "#lib/server/pages/page-shelves.ts";
import { takeTurns } from "#lib/turns.ts";

/** A page as it is now; undefined when it is the one known by that fingerprint. */
export type Render = (route: StoredRoute, knows: string | undefined) => Promise<FinishedPage | undefined>;

type Filling = {
  clock: Pick<ContentClock, "reading" | "movedAt" | "oldFor" | "stands">;
  /** For how long a page may be shown though content has moved elsewhere. */
  graceMs: number;
  render: Render;
  shelves: ReturnType<typeof createShelves>;
  counts: { misses: number };
  observeFill: (seconds: number) => void;
  /** The ordinary page of that name: all that is missing shares its bytes. */
  notFound: () => Promise<FrozenPage>;
};

const RENDERS_AGAIN = 3;
/** More at once would only make each later, and every hit between them. */
const RENDERS_AT_ONCE = 8;

/** Makes pages, each once for all who ask for it under the same reading, and keeps what may be kept. */
export function createFiller(filling: Filling) {
  const { clock, graceMs, shelves } = filling;
  const make = maker(filling);
  const flights = new Map<string, Promise<FrozenPage>>();

  async function attempt(route: StoredRoute) {
    const { reading } = clock;
    const page = await make(route);
    const stands = page.shows !== undefined && clock.stands(reading, page.shows);
    const isOvertaken = !stands && clock.oldFor(reading) >= graceMs; // then it may show what was before
    if (route.storable && !isOvertaken) keep(route, page, reading);
    return { page, isOvertaken };
  }

  function keep(route: StoredRoute, page: FrozenPage, reading: number) {
    const goodFor = lifetime(page.status, route.seconds);
    const now = Date.now();
    const readAt = shelves.find(route.key)?.readAt ?? now;
    if (goodFor > 0) shelves.put(route.key, { page, route, reading, storedAt: now, readAt, goodFor, hits: 0 });
  }

  async function fill(route: StoredRoute) {
    for (let left = RENDERS_AGAIN; ; left--) {
      const { page, isOvertaken } = await attempt(route);
      if (!isOvertaken || left === 0) return page;
    }
  }

  return function get(route: StoredRoute) {
    // A fill begun under an older reading may already have read what has changed since: not for this reader.
    const flight = `${clock.reading} ${route.key}`;
    const pending = flights.get(flight);
    if (pending !== undefined) return pending;
    const begun = fill(route).finally(() => flights.delete(flight));
    flights.set(flight, begun);
    return begun;
  };
}

/** Has pages rendered, as many at once as the machine is good for. */
function maker({ clock, render, shelves, counts, notFound, observeFill }: Filling) {
  const inTurn = takeTurns(RENDERS_AT_ONCE);

  async function finish(key: string, finished: FinishedPage | undefined, before: FrozenPage | undefined) {
    if (!finished) return before ?? Promise.reject(new Error(`Called known, though nobody knew it: ${key}`));
    const isMissing = finished.status === 404 && finished.isPage && key !== NOT_FOUND;
    return isMissing ? { ...(await notFound()), weight: OVERHEAD } : frozenPage(finished, clock.movedAt);
  }

  return async function make(route: StoredRoute) {
    const { key } = route;
    counts.misses++;
    const started = performance.now();
    const before = shelves.find(key)?.page;
    const page = await finish(key, await inTurn(() => render(route, before?.fingerprint)), before);
    observeFill((performance.now() - started) / 1000);
    return page;
  };
}

const MINUTE = 60_000;
const KEPT_BRIEFLY = [301, 302, 303, 307, 308, 404, 410];

/** How long an answer is good for while content does not move, in milliseconds; 0 for errors. */
function lifetime(status: number, seconds: number | undefined) {
  if (status === 200) return seconds === undefined ? 10 * MINUTE : seconds * 1000;
  return KEPT_BRIEFLY.includes(status) ? MINUTE / 2 : 0;
}
