import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReadings } from "#lib/server/content/readings.ts";
import { plainBytes } from "#lib/server/pages/frozen-page.ts";
import { createPageStore } from "#lib/server/pages/page-store.ts";
import { finished } from "#tests/support/finished.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

/** A store on readings of its own, whose pages say `shown` and whose proofs are `proof`. */
function nodeOf() {
  const readings = createReadings();
  const clock = Object.assign(Object.create(readings) as typeof readings, { connected: true });
  const state = { shown: "cũ", proof: undefined as string | undefined };
  const render = vi.fn(async () => finished(state.shown));
  const store = createPageStore({ clock, render, prove: async () => state.proof, maxBytes: 1_000_000 });
  const read = async () => plainBytes(store.lookUp("/")?.page ?? (await store.get({ key: "/", storable: true })));
  return { clock, state, render, store, read: async () => (await read()).toString() };
}

test("what moved elsewhere is shown for half a second more, and half of that later the new page is made, once for all that moved", async () => {
  const { clock, state, render, read } = nodeOf();
  clock.hear(1n);
  await read();
  state.shown = "mới";
  for (let version = 2n; version < 9n; version++) {
    clock.hear(version);
    vi.advanceTimersByTime(30);
    expect(await read()).toBe("cũ");
  }
  expect(render).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(40);
  expect(await Promise.all([read(), read(), read()])).toEqual(["cũ", "cũ", "cũ"]);
  await vi.waitFor(async () => expect(await read()).toBe("mới"));
  expect(render).toHaveBeenCalledTimes(2);
});

test("after that half second nobody is shown what was before", async () => {
  const { clock, state, read } = nodeOf();
  clock.hear(1n);
  await read();
  state.shown = "mới";
  clock.hear(2n);
  vi.advanceTimersByTime(500);
  expect(await read()).toBe("mới");
});

test("nor at once where somebody waits for it, or where the database is away", async () => {
  const { clock, state, read } = nodeOf();
  clock.hear(1n);
  await read();
  state.shown = "mới";
  clock.hear(2n);
  clock.learn(2n);
  expect(await read()).toBe("mới");

  state.shown = "mới hơn";
  clock.hear(3n);
  clock.connected = false;
  expect(await read()).toBe("mới hơn");
});

test("content that moves elsewhere all the time leaves a page that is kept, and made anew behind its readers", async () => {
  const { clock, render, store, read } = nodeOf();
  clock.hear(1n);
  render.mockImplementation(async () => {
    clock.hear(clock.version + 1n);
    return finished(`${clock.version}`);
  });
  expect(await read()).toBe("2");
  expect(store.count()).toBe(1);
  await vi.waitFor(async () => {
    vi.advanceTimersByTime(100);
    expect(Number(await read())).toBeGreaterThan(3);
  });
});

test("a page of which the database says that nothing changed is not rendered again, until its ten minutes are over", async () => {
  const { clock, state, render, store, read } = nodeOf();
  state.proof = "1.1";
  clock.hear(1n);
  await read();
  clock.learn(2n);
  await read();
  await read();
  expect(render).toHaveBeenCalledTimes(1);
  expect(store.counts).toMatchObject({ misses: 1, proven: 1, hits: 1 });

  state.proof = "1.2";
  clock.learn(3n);
  await read();
  expect(render).toHaveBeenCalledTimes(2);

  vi.advanceTimersByTime(10 * 60_000);
  await read();
  expect(render).toHaveBeenCalledTimes(3);
});

test("no proof holds for another era: hours pass without a trace in the database", async () => {
  const { clock, state, render, read } = nodeOf();
  state.proof = "1.1";
  clock.hear(1n);
  await read();
  clock.beginEra();
  await read();
  expect(render).toHaveBeenCalledTimes(2);
});
