import { afterAll, expect, test, vi } from "vitest";
import type { Move } from "#lib/content-move.ts";
import { publishing } from "#lib/content-version.ts";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { createContentClock } from "#lib/server/content/content-clock.ts";
import { plainBytes } from "#lib/server/pages/frozen-page.ts";
import { createPageStore } from "#lib/server/pages/page-store.ts";
import { best, finished } from "#tests/support/finished.ts";

const PUBLISHES = 200;
const slug = "hai-may";

/** A node: a clock and a store on the one database, rendering what the database says. */
async function startNode() {
  const clock = createContentClock(env.DATABASE_URL ?? "");
  await clock.start();
  const render = async () => {
    const { name } = await db.category.findUniqueOrThrow({ where: { slug } });
    return finished(name);
  };
  const store = createPageStore({ clock, render, compress: best, maxBytes: 10_000_000 });
  const read = async (key = "/") => {
    const page = store.lookUp(key)?.page ?? (await store.get({ key, storable: true }));
    return plainBytes(page).toString();
  };
  return { clock, read };
}

afterAll(async () => {
  vi.unstubAllGlobals();
  await db.$disconnect();
});

test(`of ${PUBLISHES} publishes in a row each is on the publisher's node at once, on the other within a second`, async () => {
  await db.category.create({ data: { slug, name: "0", position: 99 } });
  const [here, there] = await Promise.all([startNode(), startNode()]);
  vi.stubGlobal("contentSettled", async (move: Move) => here.clock.learn(move));

  let reading = true;
  const readers = [here, there].map(async ({ read }, index) => {
    for (let turn = 0; reading; turn++) {
      await read(`/${index}/${turn % 5}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  });

  const late: number[] = [];
  for (let number = 1; number <= PUBLISHES; number++) {
    const name = String(number);
    await publishing((tx) => tx.category.update({ where: { slug }, data: { name } }));
    const published = performance.now();
    expect(await here.read()).toBe(name);
    await vi.waitFor(async () => expect(await there.read()).toBe(name), { timeout: 1000, interval: 2 });
    late.push(performance.now() - published);
  }
  expect(Math.max(...late)).toBeLessThan(1000);

  reading = false;
  await Promise.all(readers);
  await Promise.all([here.clock.stop(), there.clock.stop()]);
}, 120_000);
