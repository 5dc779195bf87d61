import { expect, test, vi } from "vitest";
import type { StoredRoute } from "#lib/server/front/public-routes.ts";
import { createRenewal } from "#lib/server/pages/page-renewal.ts";

const routes: StoredRoute[] = ["/", "/tim-kiem?q=a"].map((key) => ({ key, storable: true }));
const keysOf = (renew: { mock: { calls: [StoredRoute][] } }) => renew.mock.calls.map(([{ key }]) => key);

test("after a move what was read is made anew, one after the other; a failure ends nothing", async () => {
  let atOnce = 0;
  const renew = vi.fn(async (_route: StoredRoute) => {
    expect(++atOnce).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    atOnce--;
    throw new Error("the database is away");
  });
  createRenewal(() => routes, renew)();
  expect(renew).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(keysOf(renew)).toEqual(["/", "/tim-kiem?q=a"]));
});

test("of many moves in a row several share a round, and the last is never missed", async () => {
  let moves = 0;
  let seen = 0;
  const renew = vi.fn(async (_route: StoredRoute) => {
    seen = moves;
  });
  const moved = createRenewal(() => routes.slice(0, 1), renew);
  for (let count = 0; count < 100; count++) {
    moves++;
    moved();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await vi.waitFor(() => expect(seen).toBe(100));
  expect(renew.mock.calls.length).toBeLessThan(20);
});
