import type http from "node:http";
import type { AddressInfo } from "node:net";
import zlib from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createNextServer } from "#lib/server/next/next-server.ts";
import { createRenderer, type Handler } from "#lib/server/next/renderer.ts";
import { contentReading, pageShows } from "#lib/server/next/under-way.ts";
import { KIND_HEADER, READING_HEADER, SHARED_HEADER, SHOWS_HEADER, TASK_HEADER } from "#lib/server/next/wire.ts";

const next = vi.fn<Handler>();
const handle: Handler = (request, response) => next(request, response);
const render = createRenderer({
  handle,
  host: "phuong.example",
  security: [],
  readStylesheet: () => ({ css: "", hash: "" }),
});
const server: http.Server = createNextServer({ handle, render });
const pageOf = (path: string, headers = {}) => ask(path, { [TASK_HEADER]: "page", ...headers });
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close().closeAllConnections());
beforeEach(() => {
  next.mockReset().mockImplementation(async ({ url, headers }, response) => {
    response.setHeader("content-type", "text/html").end(`${url} ${contentReading()} ${JSON.stringify(headers)}`);
  });
});

test("a page is rendered from its address alone, and leaves finished", async () => {
  const answer = await pageOf("/bai-viet/a?chon=1", { cookie: "a=b", [READING_HEADER]: "7 1,2" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect(answer.headers.get(KIND_HEADER)).toBe("page");
  expect(answer.headers.get("etag")).toMatch(/^[\w-]{22}$/);
  const text = await answer.text();
  expect(text).toContain("/bai-viet/a?chon=1 7 1,2 ");
  expect(text).not.toContain("cookie");
});

test("a page that the asker knows is not sent again", async () => {
  const etag = (await pageOf("/")).headers.get("etag") ?? "";
  expect((await pageOf("/", { "if-none-match": etag })).status).toBe(304);
  next.mockImplementation(async (_request, response) => void response.end("Sửa"));
  expect((await pageOf("/", { "if-none-match": etag })).status).toBe(200);
});

test("what a page says it shows goes with it, and is a part of what it is known by", async () => {
  expect((await pageOf("/")).headers.get(SHOWS_HEADER)).toBeNull();
  let shown = [3, 14];
  next.mockImplementation(async (_request, response) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    pageShows(shown);
    response.setHeader("content-type", "text/html").end("như cũ");
  });
  const { headers } = await pageOf("/");
  expect(headers.get(SHOWS_HEADER)).toBe("3 14");
  const known = { "if-none-match": headers.get("etag") ?? "" };
  expect((await pageOf("/", known)).status).toBe(304);
  shown = [3, 15];
  expect((await pageOf("/", known)).headers.get(SHOWS_HEADER)).toBe("3 15");
});

test("what one front had rendered the others are given, while it is as new as they ask for and content alone decides it", async () => {
  const shared = { [SHARED_HEADER]: "1", [READING_HEADER]: "7 1" };
  await Promise.all([pageOf("/a", shared), pageOf("/a", shared)]);
  expect((await pageOf("/a", shared)).status).toBe(200);
  expect(next).toHaveBeenCalledTimes(1);

  await pageOf("/a", { ...shared, [READING_HEADER]: "8 1" });
  await pageOf("/b", shared);
  expect(next).toHaveBeenCalledTimes(3);
  for (const own of [{ [READING_HEADER]: "7 1" }, { [SHARED_HEADER]: "1" }]) await pageOf("/a", own);
  expect(next).toHaveBeenCalledTimes(5);
});

test("a failure is nobody else's", async () => {
  const shared = { [SHARED_HEADER]: "1", [READING_HEADER]: "9 1" };
  next.mockImplementationOnce(async (_request, response) => void response.writeHead(500).end());
  expect((await pageOf("/a", shared)).status).toBe(500);
  expect((await pageOf("/a", shared)).status).toBe(200);
});

test("all else reaches Next as it is, but for what the two processes say to each other", async () => {
  const text = await (await ask("/quan-tri", { cookie: "a=b", [READING_HEADER]: "7 1" })).text();
  expect(text).toContain("/quan-tri 7 1 ");
  expect(text).toContain('"cookie":"a=b"');
  expect(text).not.toContain(READING_HEADER);
  expect(await (await ask("/quan-tri")).text()).toContain("/quan-tri undefined ");
});

test("each of many at once has the reading that it came with", async () => {
  next.mockImplementation(async (_request, response) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    response.end(contentReading());
  });
  const readings = Array.from({ length: 20 }, (_, index) => `${index} `);
  const texts = readings.map(async (reading, index) => {
    const answer = await (index % 2 ? pageOf : ask)(`/${index}`, { [READING_HEADER]: reading });
    return answer.text();
  });
  expect(await Promise.all(texts)).toEqual(readings.map((reading) => reading.trim()));
});

test("failures are told apart from pages", async () => {
  next.mockImplementation(async (_request, response) => void response.writeHead(500).end("stack"));
  expect((await pageOf("/")).status).toBe(500);
  next.mockImplementation(() => Promise.reject(Object.assign(new Error("late"), { name: "TimeoutError" })));
  expect([(await ask("/quan-tri")).status, (await ask("/quan-tri")).headers.get(KIND_HEADER)]).toEqual([504, null]);
});

test("a picture is not compressed, and what is no page says so", async () => {
  const picture = zlib.gzipSync("a");
  next.mockImplementation(
    async (_request, response) => void response.setHeader("content-type", "image/png").end(picture),
  );
  const answer = await pageOf("/a.png");
  expect([answer.headers.get("content-encoding"), answer.headers.get(KIND_HEADER)]).toEqual([null, "route"]);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
});
