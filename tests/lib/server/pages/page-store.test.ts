import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NOT_FOUND } from "#lib/server/front/public-routes.ts";
import type { FinishedPage } from "#lib/server/next/finished-page.ts";
import { OVERHEAD, plainBytes } from "#lib/server/pages/frozen-page.ts";
import { createPageStore } from "#lib/server/pages/page-store.ts";
import { best, finished } from "#tests/support/finished.ts";

const html = (text: string, status = 200) => finished(text, { status });

function storeOf(render: (key: string) => Promise<FinishedPage>, maxBytes = 10_000_000) {
  const oldFor = (then: number) => (then === clock.reading ? 0 : Number.POSITIVE_INFINITY);
  const clock = { reading: 1, connected: true, movedAt: 0, oldFor, stands: () => false, onMove: () => {} };
  const rendering = vi.fn(render);
  const store = createPageStore({ clock, render: ({ key }) => rendering(key), compress: best, maxBytes });
  const read = async (key: string, seconds?: number) => {
    const page = store.lookUp(key)?.page ?? (await store.get({ key, seconds, storable: true }));
    return { status: page.status, text: plainBytes(page).toString() };
  };
  return { clock, store, rendering, read };
}

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

test("a hundred readers at once cost one fill, the next none", async () => {
  const { read, rendering } = storeOf(async () => html("a"));
  const texts = await Promise.all(Array.from({ length: 100 }, () => read("/")));
  expect(texts.every(({ text }) => text === "a")).toBe(true);
  await read("/");
  expect(rendering).toHaveBeenCalledTimes(1);
});

test("a page is rendered again once the reading of the clock is another, higher or lower", async () => {
  const { read, rendering, clock } = storeOf(async () => html("a"));
  for (const reading of [1, 2, 2, 1, 1]) {
    clock.reading = reading;
    await read("/");
  }
  expect(rendering).toHaveBeenCalledTimes(3);
});

test("what moved while it was rendered is rendered again, and the first text reaches nobody", async () => {
  let published = "cũ";
  const { read, clock, rendering } = storeOf(async () => {
    const text = published;
    if (rendering.mock.calls.length === 1) {
      published = "mới";
      clock.reading++;
    }
    return html(text);
  });
  expect(await read("/")).toMatchObject({ text: "mới" });
  expect(await read("/")).toMatchObject({ text: "mới" });
  expect(rendering).toHaveBeenCalledTimes(2);
});

test("a reader who comes after a change does not share a fill begun before it", async () => {
  const slow = Promise.withResolvers<FinishedPage>();
  const { read, clock } = storeOf(async () => (clock.reading === 1 ? slow.promise : html("mới")));
  const early = read("/");
  clock.reading = 2;
  expect(await read("/")).toMatchObject({ text: "mới" });
  slow.resolve(html("cũ"));
  expect(await early).toMatchObject({ text: "mới" });
});

test("content that moves at every rendering is still answered, and not kept", async () => {
  const { read, clock, store } = storeOf(async () => {
    clock.reading++;
    return html("a");
  });
  expect(await read("/")).toMatchObject({ text: "a" });
  expect(store.count()).toBe(0);
});

test.each([
  ["a page", 200, undefined, 599, 601],
  ["a page with counts", 200, 3, 2, 4],
  ["a missing page", 404, undefined, 29, 31],
  ["a page that moved", 308, undefined, 29, 31],
])("%s is kept its time", async (_what, status, seconds, within, after) => {
  const { read, rendering } = storeOf(async (key) => html(key, key === NOT_FOUND ? 404 : status));
  const calls = () => rendering.mock.calls.filter(([key]) => key === "/a").length;
  await read("/a", seconds);
  vi.setSystemTime(Date.now() + within * 1000);
  await read("/a", seconds);
  expect(calls()).toBe(1);
  vi.setSystemTime(Date.now() + (after - within) * 1000);
  await read("/a", seconds);
  expect(calls()).toBe(2);
});

test("a failure is not kept, and is everybody's who waited for it", async () => {
  let broken = true;
  const { read, rendering } = storeOf(async () => {
    if (broken) throw new Error("away");
    return html("a");
  });
  const all = await Promise.allSettled([read("/"), read("/")]);
  expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  broken = false;
  expect(await read("/")).toMatchObject({ text: "a" });
  expect(rendering).toHaveBeenCalledTimes(2);
});

test("what is missing answers with the page of that name", async () => {
  const { read, rendering } = storeOf(async (key) => html(key === NOT_FOUND ? "không có" : "", 404));
  expect(await read("/a")).toEqual({ status: 404, text: "không có" });
  expect(await read("/b")).toEqual({ status: 404, text: "không có" });
  expect(await read(NOT_FOUND)).toEqual({ status: 404, text: "không có" });
  expect(rendering).toHaveBeenCalledTimes(3);
});

test("a route that has nothing says so itself", async () => {
  const { read } = storeOf(async () => finished("chưa đóng", { status: 404, isPage: false }));
  expect(await read("/api/tham-do/a/bang-kiem.json")).toEqual({ status: 404, text: "chưa đóng" });
});

test("a flood of made-up addresses stays within its bytes and pushes out no page", async () => {
  const bytes = 1_000_000;
  const { read, store, rendering } = storeOf(
    async (key) => html(key, key.startsWith("/xa/") || key === NOT_FOUND ? 404 : 200),
    bytes,
  );
  for (let index = 0; index < 20; index++) await read(`/bai-viet/${index}`);
  for (let index = 0; index < 2000; index++) {
    await read(`/xa/${index}`);
    await read(`/tim-kiem?q=${index}`);
  }
  expect(store.bytes()).toBeLessThanOrEqual(bytes);
  rendering.mockClear();
  for (let index = 0; index < 20; index++) await read(`/bai-viet/${index}`);
  expect(rendering).not.toHaveBeenCalled();
  expect(store.dropped()).toBe(0);
});

test("seven eighths of the room are for the site's own pages; those beyond it are dropped, the longest unread first, and counted", async () => {
  const { read, store } = storeOf(async (key) => html(key), 80_000);
  const room = Math.floor(70_000 / (OVERHEAD + 40)); // 40: some bytes of text, and of a name
  for (let index = 0; index < room + 5; index++) await read(`/bai-viet/${100 + index}`);
  expect(store.dropped()).toBeGreaterThan(0);
  expect(store.dropped()).toBeLessThanOrEqual(10);
  expect(store.count()).toBe(room + 5 - store.dropped());
  expect(store.lookUp("/bai-viet/100")).toBeUndefined();
  expect(store.lookUp(`/bai-viet/${100 + room + 4}`)).toBeDefined();
});

test("what is too long for a key is answered and forgotten", async () => {
  const { store } = storeOf(async () => html("a"));
  await store.get({ key: "/tim-kiem?q=a", storable: false });
  expect(store.count()).toBe(0);
});

test("without the database old pages are answered and say so, replaced ones are not", async () => {
  const { read, store, clock } = storeOf(async () => html("a"));
  await read("/");
  clock.connected = false;
  const young = store.lookUp("/");
  expect(young && store.ageOf(young)).toEqual(["Age", "0", "Warning", '112 - "Disconnected Operation"']);
  vi.setSystemTime(Date.now() + 11 * 60_000);
  const old = store.lookUp("/");
  expect(old && store.ageOf(old)).toEqual(["Age", "660", "Warning", '110 - "Response is Stale"']);
  clock.reading++;
  expect(store.lookUp("/")).toBeUndefined();
});

test("the second hit brings Brotli's best in the background, once the page has stood for a moment", async () => {
  const { read, store } = storeOf(async () =>
    html(Array.from({ length: 200 }, (_, index) => `<p>Chi bộ ${index * 7919}</p>`).join("")),
  );
  await read("/");
  vi.setSystemTime(Date.now() + 3000);
  for (let hit = 0; hit < 2; hit++) expect(store.lookUp("/")?.page.kept.etag).toMatch(/-br5"$/);
  await vi.waitFor(() => expect(store.lookUp("/")?.page.kept.etag).toMatch(/-br11"$/));
});
