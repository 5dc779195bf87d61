import { mkdtempSync, rmSync } from "node:fs";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import net, { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { siteUrl } from "#lib/env.ts";
import { createFront } from "#lib/server/front/front.ts";
import { securityHeaders } from "#lib/server/front/security-headers.ts";
import { createNextServer } from "#lib/server/next/next-server.ts";
import { createRenderer } from "#lib/server/next/renderer.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
type Sent = {
  method?: string;
  headers?: http.OutgoingHttpHeaders;
  body?: string | Buffer;
  chunked?: boolean;
  leaveAfter?: number;
};
type Received = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };

/** A content clock that says what a test wants. */
export const clock = {
  reading: 1,
  version: 1n,
  movedAt: 0,
  connected: true,
  check: async () => clock.connected,
  start: async () => {},
  stop: async () => {},
  learn: () => {},
  strike: () => {},
  shown: undefined,
  oldFor: (then: number) => (then === clock.reading ? 0 : Number.POSITIVE_INFINITY),
  stands: () => false,
  onMove: () => {},
};

/** Stands where Next does. Left alone it tells what it was asked, headers and all. */
export const next = vi.fn<Handler>();
const echo: Handler = (request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("set-cookie", "theirs=1");
  response.end(`<p>${request.url}</p><p>${JSON.stringify(request.headers)}</p><script>self.__next_f.push(1)</script>`);
};

const handle = async (request: IncomingMessage, response: ServerResponse) => next(request, response);
const site = new URL(siteUrl());
const security = securityHeaders(site.protocol === "https:");
const render = createRenderer({ handle, host: site.host, security, readStylesheet: () => ({ css: "", hash: "" }) });
const nextServer = createNextServer({ handle, render });
const folder = mkdtempSync(path.join(os.tmpdir(), "front-"));
const socketPath = path.join(folder, "next.sock");
export const front = createFront({ clock, socketPaths: [socketPath] });
let port = 0;

const listening = (server: http.Server, where: net.ListenOptions) =>
  new Promise<void>((resolve) => server.listen(where, resolve));

beforeAll(async () => {
  await listening(nextServer, { path: socketPath });
  await listening(front.server, { port: 0, host: "127.0.0.1" });
  port = (front.server.address() as AddressInfo).port;
});
afterAll(() => {
  for (const server of [front.server, nextServer]) server.close().closeAllConnections();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  next.mockReset().mockImplementation(echo);
  clock.connected = true;
  clock.reading++; // nothing stored by one test is the next one's
});

/** One request on a connection of its own. */
export function send(path: string, { method = "GET", headers = {}, body, chunked = false, leaveAfter }: Sent = {}) {
  return new Promise<Received>((resolve, reject) => {
    const length = body === undefined || chunked ? {} : { "content-length": Buffer.byteLength(body) };
    const request = http.request({ port, path, method, headers: { ...headers, ...length }, agent: false });
    request.on("error", reject);
    if (leaveAfter !== undefined) setTimeout(() => request.destroy(new Error("gone")), leaveAfter);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    if (chunked) request.write(body);
    request.end(chunked ? undefined : body);
  });
}

/** Bytes as they are; resolves with whatever comes back until the connection ends. */
export const sendRaw = (text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (data) => {
      answer += data;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
    socket.setTimeout(2000, () => socket.destroy());
  });
