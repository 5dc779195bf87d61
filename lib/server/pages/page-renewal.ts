import { setTimeout as pause } from "node:timers/promises";
import type { StoredRoute } from "#lib/server/front/public-routes.ts";

/** The publisher's own answer comes first; and of many publishes in a row several share a round. */
const [FIRST_MS, NEXT_MS] = [50, 250];

/**
 * Makes pages anew behind the readers once content has moved, or the next reader of each would wait for it. `listOld`: those
 * worth it, what is read most first; they are made one after the other, and what stands by then is left alone.
 */
export function createRenewal(listOld: () => StoredRoute[], renew: (route: StoredRoute) => Promise<unknown>) {
  let hasMoved = false;
  let isBusy = false;

  async function goRound() {
    isBusy = true;
    for (let wait = FIRST_MS; hasMoved; wait = NEXT_MS) {
      await pause(wait, undefined, { ref: false });
      hasMoved = false;
      for (const route of listOld()) await renew(route).catch(() => {}); // the reader who asks for it will be told
    }
    isBusy = false;
  }

  return function moved() {
    hasMoved = true;
    if (!isBusy) void goRound();
  };
}
