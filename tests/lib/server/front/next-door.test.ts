import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { createNextDoor } from "#lib/server/front/next-door.ts";
import { KIND_HEADER, READING_HEADER, SHARED_HEADER, SHOWS_HEADER, TASK_HEADER } from "#lib/server/next/wire.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "door-"));
const socketPath = path.join(folder, "next.sock");
const answer = vi.fn<http.RequestListener>();
let server: http.Server;
let reading: string | undefined = "7 1";
const door = createNextDoor({ socketPaths: [path.join(folder, "nobody.sock"), socketPath], reading: () => reading });

const home = { key: "/", storable: true };
const open = () => new Promise<void>((resolve) => server.listen(socketPath, resolve));
const page: http.RequestListener = (_request, response) => {
  const said = [
    "X-A",
    "1",
    "X-A",
    "2",
    "ETag",
    "tag",
    KIND_HEADER,
    "page",
    "Content-Encoding",
    "br",
    SHOWS_HEADER,
    "3 14",
  ];
  response.sendDate = false;
  response.writeHead(410, said).end("bytes");
};

beforeEach(() => {
  server = http.createServer((request, response) => answer(request, response));
  answer.mockReset().mockImplementation(page);
});
afterEach(() => void server.close().closeAllConnections());
afterAll(() => rmSync(folder, { recursive: true }));

test("a page comes with its status and headers, in their order", async () => {
  await open();
  expect(await door.page({ key: "/a?b=1", storable: true }, undefined)).toEqual({
    status: 410,
    headers: ["X-A", "1", "X-A", "2"],
    fingerprint: "tag",
    body: Buffer.from("bytes"),
    isCompressed: true,
    isPage: true,
    shows: [3, 14],
  });
  const [asked] = answer.mock.calls[0] ?? [];
  expect(asked?.url).toBe("/a?b=1");
  expect(asked?.headers).toMatchObject({ [TASK_HEADER]: "page", [READING_HEADER]: "7 1" });
});

test("only what content alone decides may be another front's", async () => {
  await open();
  const pages = [home, { ...home, seconds: 3 }, { ...home, storable: false }];
  for (const route of pages) await door.page(route, undefined);
  expect(answer.mock.calls.map(([{ headers }]) => headers[SHARED_HEADER])).toEqual(["1", undefined, undefined]);
});

test("what is known by its fingerprint comes to nothing", async () => {
  await open();
  answer.mockImplementation((request, response) => {
    response.writeHead(request.headers["if-none-match"] === "tag" ? 304 : 200).end();
  });
  expect(await door.page(home, "tag")).toBeUndefined();
  expect(await door.page(home, "other")).toMatchObject({ status: 200 });
});

test("while the database is away nothing is said of what is committed", async () => {
  await open();
  reading = undefined;
  await door.page(home, undefined);
  reading = "7 1";
  expect(answer.mock.calls[0]?.[0].headers).not.toHaveProperty(READING_HEADER);
});

test("whoever asks before anybody listens waits for it", async () => {
  const asked = door.page(home, undefined);
  await new Promise((resolve) => setTimeout(resolve, 250));
  await open();
  expect(await asked).toMatchObject({ status: 410 });
});

test("each page has a process of its own; while that one is away another answers, and no longer", async () => {
  const [first, second] = ["/a", "/b"].map((key) => ({ key, storable: true }));
  if (!first || !second) throw new Error("two pages");
  await open();
  for (const route of [first, second]) await door.page(route, undefined);
  expect(answer.mock.calls.map(([{ url }]) => url)).toEqual(["/a", "/b"]);

  const others = vi.fn<http.RequestListener>(page);
  const absent = http.createServer(others);
  await new Promise<void>((resolve) => absent.listen(path.join(folder, "nobody.sock"), resolve));
  for (const route of [first, second, first, second]) await door.page(route, undefined);
  expect(others.mock.calls.map(([{ url }]) => url)).toEqual(["/a", "/a"]);
  absent.close().closeAllConnections();
});

test("a page is asked for once more when the process that it was asked of dies", async () => {
  await open();
  answer.mockImplementationOnce((request) => request.socket.destroy());
  expect(await door.page(home, undefined)).toMatchObject({ status: 410 });
  answer.mockImplementation((request) => request.socket.destroy());
  await expect(door.page(home, undefined)).rejects.toThrow();
});

test("Next's failures are failures, and one that was too slow says so", async () => {
  await open();
  answer.mockImplementation((_request, response) => void response.writeHead(500).end());
  await expect(door.page(home, undefined)).rejects.toThrow("500");
  answer.mockImplementation((_request, response) => void response.writeHead(504).end());
  await expect(door.page(home, undefined)).rejects.toMatchObject({ name: "TimeoutError" });
});
