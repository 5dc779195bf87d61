import http, { type IncomingMessage, type ServerResponse } from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { createFront } from "#lib/server/front/front.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
type Sent = { method?: string; headers?: http.OutgoingHttpHeaders; body?: string | Buffer; chunked?: boolean };
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
  expire: () => {},
  oldFor: (then: number) => (then === clock.reading ? 0 : Number.POSITIVE_INFINITY),
  era: 0,
};

/** Stands where Next does. Left alone it tells what it was asked, headers and all. */
export const next = vi.fn<Handler>();
const echo: Handler = (request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("set-cookie", "theirs=1");
  response.end(`<p>${request.url}</p><p>${JSON.stringify(request.headers)}</p><script>self.__next_f.push(1)</script>`);
};

const handle = async (request: IncomingMessage, response: ServerResponse) => next(request, response);
export const front = createFront({ handle, clock, readStylesheet: () => "p{color:red}" });
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => front.server.listen(0, "127.0.0.1", resolve));
  port = (front.server.address() as AddressInfo).port;
});
afterAll(() => void front.server.close());
beforeEach(() => {
  next.mockReset().mockImplementation(echo);
  clock.connected = true;
  clock.reading++; // nothing stored by one test is the next one's
});

/** One request on a connection of its own. */
export function send(path: string, { method = "GET", headers = {}, body, chunked = false }: Sent = {}) {
  return new Promise<Received>((resolve, reject) => {
    const length = body === undefined || chunked ? {} : { "content-length": Buffer.byteLength(body) };
    const request = http.request({ port, path, method, headers: { ...headers, ...length }, agent: false });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
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
