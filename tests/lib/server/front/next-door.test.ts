import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { createNextDoor } from "#lib/server/front/next-door.ts";
import { KIND_HEADER, READING_HEADER, SHOWS_HEADER, TASK_HEADER } from "#lib/server/next/wire.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "door-"));
const socketPath = path.join(folder, "next.sock");
const answer = vi.fn<http.RequestListener>();
let server: http.Server;
let reading: string | undefined = "7 1";
const door = createNextDoor({ socketPaths: [path.join(folder, "nobody.sock"), socketPath], reading: () => reading });

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
  expect(await door.page("/a?b=1", undefined)).toEqual({
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

test("what is known by its fingerprint comes to nothing", async () => {
  await open();
  answer.mockImplementation((request, response) => {
    response.writeHead(request.headers["if-none-match"] === "tag" ? 304 : 200).end();
  });
  expect(await door.page("/", "tag")).toBeUndefined();
  expect(await door.page("/", "other")).toMatchObject({ status: 200 });
});

test("while the database is away nothing is said of what is committed", async () => {
  await open();
  reading = undefined;
  await door.page("/", undefined);
  reading = "7 1";
  expect(answer.mock.calls[0]?.[0].headers).not.toHaveProperty(READING_HEADER);
});

test("whoever asks before anybody listens waits for it", async () => {
  const asked = door.page("/", undefined);
  await new Promise((resolve) => setTimeout(resolve, 250));
  await open();
  expect(await asked).toMatchObject({ status: 410 });
});

test("a page is asked for once more when the process that it was asked of dies", async () => {
  await open();
  answer.mockImplementationOnce((request) => request.socket.destroy());
  expect(await door.page("/", undefined)).toMatchObject({ status: 410 });
  answer.mockImplementation((request) => request.socket.destroy());
  await expect(door.page("/", undefined)).rejects.toThrow();
});

test("Next's failures are failures, and one that was too slow says so", async () => {
  await open();
  answer.mockImplementation((_request, response) => void response.writeHead(500).end());
  await expect(door.page("/", undefined)).rejects.toThrow("500");
  answer.mockImplementation((_request, response) => void response.writeHead(504).end());
  await expect(door.page("/", undefined)).rejects.toMatchObject({ name: "TimeoutError" });
});
