import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReadings } from "#lib/server/content/readings.ts";
import { plainBytes } from "#lib/server/pages/frozen-page.ts";
import { createPageStore } from "#lib/server/pages/page-store.ts";
import { best, finished } from "#tests/support/finished.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

/** A store on readings of its own, whose pages say `said` and show the articles `shows`. */
function nodeOf() {
  let moved = () => {};
  const readings = createReadings(() => moved());
  const onMove = (hear: () => void) => {
    moved = hear;
  };
  const clock = Object.assign(Object.create(readings) as typeof readings, { connected: true, onMove });
  const state = { said: "cũ", shows: undefined as number[] | undefined };
  const render = vi.fn(async () => finished(state.said, { shows: state.shows }));
  const store = createPageStore({ clock, render, compress: best, maxBytes: 1_000_000 });
  const read = async () => plainBytes(store.lookUp("/")?.page ?? (await store.get({ key: "/", storable: true })));
  return { clock, state, render, store, read: async () => (await read()).toString() };
}

test("what moved elsewhere is shown for half a second more, and meanwhile the new page is made behind the readers", async () => {
  const { clock, state, render, read } = nodeOf();
  clock.hear({ version: 1n });
  await read();
  state.said = "mới";
  for (let version = 2n; version < 9n; version++) {
    clock.hear({ version });
    vi.advanceTimersByTime(30);
    expect(await read()).toBe("cũ");
  }
  expect(render).toHaveBeenCalledTimes(1);
  await vi.waitFor(async () => expect(await read()).toBe("mới"));
  expect(render).toHaveBeenCalledTimes(2);
});

test("after that half second nobody is shown what was before", async () => {
  const { clock, state, read } = nodeOf();
  clock.hear({ version: 1n });
  await read();
  state.said = "mới";
  clock.hear({ version: 2n });
  vi.advanceTimersByTime(500);
  expect(await read()).toBe("mới");
});

test("nor at once where somebody waits for it, or where the database is away", async () => {
  const { clock, state, read } = nodeOf();
  clock.hear({ version: 1n });
  await read();
  state.said = "mới";
  clock.hear({ version: 2n });
  clock.learn({ version: 2n });
  expect(await read()).toBe("mới");

  state.said = "mới hơn";
  clock.hear({ version: 3n });
  clock.connected = false;
  expect(await read()).toBe("mới hơn");
});

test("content that moves elsewhere all the time leaves a page that is kept, and made anew behind its readers", async () => {
  const { clock, render, store, read } = nodeOf();
  clock.hear({ version: 1n });
  render.mockImplementation(async () => {
    clock.hear({ version: clock.version + 1n });
    return finished(`${clock.version}`);
  });
  expect(await read()).toBe("2");
  expect(store.count()).toBe(1);
  await vi.waitFor(async () => {
    vi.advanceTimersByTime(100);
    expect(Number(await read())).toBeGreaterThan(3);
  });
});

test("a page that shows none of the articles that moved is not rendered again, until its ten minutes are over", async () => {
  const { clock, state, render, store, read } = nodeOf();
  state.shows = [1, 2];
  clock.hear({ version: 1n });
  await read();
  clock.learn({ version: 2n, articles: [3] });
  await read();
  await read();
  expect(render).toHaveBeenCalledTimes(1);
  expect(store.counts).toMatchObject({ misses: 1, untouched: 1, hits: 2 });

  clock.learn({ version: 3n, articles: [3, 2] });
  await read();
  expect(render).toHaveBeenCalledTimes(2);
  clock.learn({ version: 4n });
  await read();
  expect(render).toHaveBeenCalledTimes(3);

  vi.advanceTimersByTime(10 * 60_000);
  await read();
  expect(render).toHaveBeenCalledTimes(4);
});

test("what moved while a page was rendered does not matter when the page shows nothing of it", async () => {
  const { clock, state, render, store, read } = nodeOf();
  state.shows = [1];
  clock.hear({ version: 1n });
  render.mockImplementationOnce(async () => {
    clock.learn({ version: 2n, articles: [2] });
    return finished("cũ", { shows: [1] });
  });
  await read();
  expect(await read()).toBe("cũ");
  expect(render).toHaveBeenCalledTimes(1);
  expect(store.counts.hits).toBe(1);
});

test("what happens by the clock alone is nothing that articles tell of", async () => {
  const { clock, state, render, read } = nodeOf();
  state.shows = [1];
  clock.hear({ version: 1n });
  await read();
  clock.beginEra();
  await read();
  expect(render).toHaveBeenCalledTimes(2);
});
