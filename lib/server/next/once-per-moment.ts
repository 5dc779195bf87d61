import { LRUCache } from "lru-cache";
import type { FinishedPage } from "#lib/server/next/finished-page.ts";
import { contentReading } from "#lib/server/next/under-way.ts";

/** All fronts renew the same pages after a move, each within a moment; then they are given back. */
const MOMENT = { max: 100, ttl: 5000, ttlAutopurge: true };

/** Makes a page once for all who ask for it within a moment and under the same reading: the fronts share what one asked for. */
export function oncePerMoment(make: (key: string) => Promise<FinishedPage>) {
  const made = new LRUCache<string, Promise<FinishedPage>>(MOMENT);

  return function makeOnce(key: string) {
    const reading = contentReading();
    if (reading === undefined) return make(key); // the database is away: nobody knows how old it is
    const name = `${reading} ${key}`;
    const known = made.get(name);
    if (known) return known;
    const begun = make(key);
    made.set(name, begun);
    begun.catch(() => made.delete(name));
    return begun;
  };
}
