import { LRUCache } from "lru-cache";
import type { StoredRoute } from "#lib/server/front/public-routes.ts";
import type { FrozenPage } from "#lib/server/pages/frozen-page.ts";

export type Entry = {
  page: FrozenPage;
  route: StoredRoute;
  /** Of the content clock, before the page was rendered or when it last still stood. */
  reading: number;
  storedAt: number;
  /** When it was last answered from memory, or first made. */
  readAt: number;
  goodFor: number;
  hits: number;
};

/** How many bytes of the whole belong to addresses that strangers can make up without end. */
const STRANGERS_SHARE = 1 / 8;

/**
 * Two shelves, each dropping what was longest unread. Addresses with a query, missing ones and redirects stand on
 * a small one of their own: a flood of them cannot push out the site's pages.
 */
export function createShelves(maxBytes: number) {
  let dropped = 0;
  const pages = shelf(maxBytes * (1 - STRANGERS_SHARE), () => dropped++);
  const passing = shelf(maxBytes * STRANGERS_SHARE);

  return {
    find: (key: string) => pages.get(key) ?? passing.get(key),
    put(key: string, entry: Entry) {
      const lasting = entry.page.status === 200 && !key.includes("?");
      (lasting ? passing : pages).delete(key); // a page that came or went since
      (lasting ? pages : passing).set(key, entry);
    },
    /** What was read since then. */
    readSince: (moment: number) => [...pages.values(), ...passing.values()].filter(({ readAt }) => readAt >= moment),
    /** How many of the site's own pages had to go for want of room. */
    dropped: () => dropped,
    bytes: () => pages.calculatedSize + passing.calculatedSize,
    count: () => pages.size + passing.size,
  };
}

const shelf = (bytes: number, onDrop = () => {}) =>
  new LRUCache<string, Entry>({
    maxSize: Math.floor(bytes),
    dispose: (_entry, _key, reason) => reason === "evict" && onDrop(),
    sizeCalculation: ({ page }, key) => page.weight + key.length * 2,
  });
