import { expect, test, vi } from "vitest";
import type { StoredRoute } from "#lib/server/front/public-routes.ts";
import { frozenPage } from "#lib/server/pages/frozen-page.ts";
import { createRenewal } from "#lib/server/pages/page-renewal.ts";
import { createShelves } from "#lib/server/pages/page-shelves.ts";
import { finished } from "#tests/support/finished.ts";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Shelves with pages that were read so many seconds ago; all of them are old until they are made. */
async function shelvesOf(readAgo: Record<string, number>) {
  const shelves = createShelves(10_000_000);
  const page = frozenPage(await finished("a"), 0);
  for (const [key, seconds] of Object.entries(readAgo)) {
    const readAt = Date.now() - seconds * 1000;
    const more = { reading: 1, storedAt: readAt, goodFor: 600_000, hits: 1 };
    shelves.put(key, { page, route: { key, storable: true }, readAt, ...more });
  }
  const made: string[] = [];
  const isOld = ({ route }: { route: StoredRoute }) => !made.includes(route.key);
  return { shelves, made, isOld };
}

test("after a move what was read lately is made anew, the last read first, one after the other; a failure ends nothing", async () => {
  const { shelves, made, isOld } = await shelvesOf({ "/": 30, "/tim-kiem?q=a": 1, "/lau-roi": 601 });
  let atOnce = 0;
  const make = async ({ key }: StoredRoute) => {
    expect(++atOnce).toBe(1);
    await wait(5);
    made.push(key);
    atOnce--;
    throw new Error("the database is away");
  };
  createRenewal({ shelves, isOld, make })();
  expect(made).toEqual([]);
  await wait(400);
  expect(made).toEqual(["/tim-kiem?q=a", "/"]);
});

test("what a reader has asked for meanwhile is left alone", async () => {
  const { shelves, made, isOld } = await shelvesOf({ "/": 1, "/b": 2 });
  const make = vi.fn(async (_route: StoredRoute) => void made.push("/", "/b"));
  createRenewal({ shelves, isOld, make })();
  await wait(200);
  expect(make).toHaveBeenCalledTimes(1);
});

test("of many moves in a row several share a round, and the last is never missed", async () => {
  const { shelves } = await shelvesOf({ "/": 1 });
  let moves = 0;
  let seen = 0;
  const make = vi.fn(async (_route: StoredRoute) => {
    seen = moves;
  });
  const moved = createRenewal({ shelves, isOld: () => true, make });
  for (let count = 0; count < 100; count++) {
    moves++;
    moved();
    await wait(2);
  }
  await vi.waitFor(() => expect(seen).toBe(100));
  expect(make.mock.calls.length).toBeLessThan(20);
});
