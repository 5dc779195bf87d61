import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from "vitest";
import { publishing } from "#lib/content-version.ts";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { type ContentClock, createContentClock } from "#lib/server/content/content-clock.ts";

const url = env.DATABASE_URL ?? "";
const database = new URL(url).pathname.slice(1);
const owner = new pg.Client({
  connectionString: Object.assign(new URL(inject("ownerUrl")), { pathname: "/postgres" }).href,
});
const clocks: ContentClock[] = [];

async function startedClock() {
  const clock = createContentClock(url);
  clocks.push(clock);
  await clock.start();
  return clock;
}

const raise = () => publishing(async () => {});
const cutConnections = () =>
  owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [database]);
const allowConnections = (allowed: boolean) => owner.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS ${allowed}`);

beforeAll(() => owner.connect());
afterEach(() => Promise.all(clocks.splice(0).map((clock) => clock.stop())));
afterAll(async () => {
  await db.$disconnect();
  await owner.end();
});

test("hears of a commit, and of none that was rolled back", async () => {
  const clock = await startedClock();
  const { reading, version } = clock;
  const failing = publishing(async () => {
    throw new Error("rolled back");
  });
  await expect(failing).rejects.toThrow("rolled back");
  await raise();
  await vi.waitFor(() => expect(clock.version).toBe(version + 1n));
  expect(clock.reading).toBe(reading + 1);
});

test("what a sibling tells is known at once, what is old is ignored", async () => {
  const clock = await startedClock();
  const { reading, version } = clock;
  clock.learn({ version: version + 1n });
  clock.learn({ version });
  expect(clock.version).toBe(version + 1n);
  expect(clock.reading).toBe(reading + 1);
});

test("what changes by the clock alone makes everything old, under the same version", async () => {
  const clock = await startedClock();
  const { reading, version } = clock;
  clock.strike("1,2");
  clock.strike("1,2");
  expect(clock.reading).toBe(reading);
  expect(clock.shown).toBe(`${version} 1,2`);
  clock.strike("1");
  expect(clock.reading).toBe(reading + 1);
  expect(clock.shown).toBe(`${version} 1`);
  expect(clock.version).toBe(version);
});

test("notices that the database went, comes back by itself and knows what it missed", async () => {
  const clock = await startedClock();
  const { version } = clock;
  await raise(); // so that the pool has a connection to lose as well
  await allowConnections(false);
  await cutConnections();
  await vi.waitFor(() => expect(clock.connected).toBe(false));
  expect(await clock.check()).toBe(false);

  await allowConnections(true);
  await vi.waitFor(raise, { timeout: 10_000 }); // the pool may hear of its loss only when it is asked
  await vi.waitFor(() => expect(clock.connected).toBe(true), { timeout: 10_000 });
  await vi.waitFor(() => expect(clock.version).toBeGreaterThanOrEqual(version + 2n));
});

test("starts without a database and finds it later", async () => {
  await allowConnections(false);
  await cutConnections();
  const clock = await startedClock();
  expect(clock.connected).toBe(false);
  await allowConnections(true);
  await vi.waitFor(() => expect(clock.connected).toBe(true), { timeout: 10_000 });
});

test("a restored backup, whose version is lower, is a move too", async () => {
  const clock = await startedClock();
  const { reading } = clock;
  clock.learn({ version: clock.version + 1000n });
  await cutConnections();
  await vi.waitFor(() => expect(clock.reading).toBe(reading + 2), { timeout: 10_000 });
});
