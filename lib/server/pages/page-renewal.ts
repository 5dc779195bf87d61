import { setTimeout as pause } from "node:timers/promises";
import type { StoredRoute } from "#lib/server/front/public-routes.ts";
import type { createShelves, Entry } from "#lib/server/pages/page-shelves.ts";

type Renewal = {
  shelves: Pick<ReturnType<typeof createShelves>, "find" | "readSince">;
  isOld: (entry: Entry) => boolean;
  make: (route: StoredRoute) => Promise<unknown>;
};

/** The publisher's own answer comes first; and of many publishes in a row several share a round. */
const [FIRST_MS, NEXT_MS] = [20, 250];
const LATELY_MS = 10 * 60_000;
const MOST = 50;

/**
 * Makes pages anew behind the readers once content has moved, or the next reader of each would wait for it: those that were
 * read within the last ten minutes, the last read first, one after the other. What somebody has asked for meanwhile is left alone.
 */
export function createRenewal({ shelves, isOld, make }: Renewal) {
  let hasMoved = false;
  let isBusy = false;

  function listOld() {
    const lately = shelves.readSince(Date.now() - LATELY_MS).filter(isOld);
    return lately.sort((a, b) => b.readAt - a.readAt).slice(0, MOST);
  }

  async function renew({ route }: Entry) {
    const entry = shelves.find(route.key);
    if (!entry || isOld(entry)) await make(route).catch(() => {}); // the reader who asks for it will be told
  }

  async function goRound() {
    isBusy = true;
    for (let wait = FIRST_MS; hasMoved; wait = NEXT_MS) {
      await pause(wait, undefined, { ref: false });
      hasMoved = false;
      for (const entry of listOld()) await renew(entry);
    }
    isBusy = false;
  }

  return function moved() {
    hasMoved = true;
    if (!isBusy) void goRound();
  };
}
