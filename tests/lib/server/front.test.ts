import http, { type IncomingMessage, type ServerResponse } from "node:http";
import net, { type AddressInfo } from "node:net";
import zlib from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createFront } from "#lib/server/front.ts";

vi.hoisted(() => vi.stubEnv("METRICS_TOKEN", "only-for-tests-only"));

const clock = {
  reading: 1,
  version: 1n,
  movedAt: 0,
  connected: true,
  check: async () => clock.connected,
  start: async () => {},
  stop: async () => {},
  learn: () => {},
  expire: () => {},
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
const next = vi.fn<Handler>();
const handle = async (request: IncomingMessage, response: ServerResponse) => next(request, response);
const front = createFront({ handle, clock, readStylesheet: () => "p{color:red}" });
let port = 0;

/** What Next would render for anything: it tells what it was asked, headers and all. */
const echo: Handler = (request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("set-cookie", "theirs=1");
  response.end(`<p>${request.url}</p><p>${JSON.stringify(request.headers)}</p><script>self.__next_f.push(1)</script>`);
};

beforeAll(async () => {
  await new Promise<void>((resolve) => front.server.listen(0, "127.0.0.1", resolve));
  port = (front.server.address() as AddressInfo).port;
});
afterAll(() => void front.server.close());
beforeEach(() => {
  next.mockReset().mockImplementation(echo);
  clock.connected = true;
  clock.reading++;
});

type Sent = { method?: string; headers?: http.OutgoingHttpHeaders; body?: string | Buffer; chunked?: boolean };
type Received = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };

function send(path: string, { method = "GET", headers = {}, body, chunked = false }: Sent = {}) {
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

/** Bytes as they are, and whatever comes back until the connection ends. */
const sendRaw = (text: string) =>
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

const FORM = "/tham-do/danh-gia/phieu";

describe("public pages", () => {
  test("poison first: the next clean reader gets the clean page, and so did the poisoner", async () => {
    const poison = {
      host: "evil.example",
      cookie: "session=1",
      rsc: "1",
      "next-router-prefetch": "1",
      "x-forwarded-host": "evil.example",
      "x-middleware-subrequest": "proxy",
      "user-agent": "<script>alert(1)</script>",
      "accept-language": "evil",
    };
    const poisoned = await send("/bai-viet/a?_rsc=1&x=2", { headers: poison });
    const clean = await send("/bai-viet/a");
    expect(poisoned.body).toEqual(clean.body);
    expect(clean.body.toString()).toBe(
      `<p>/bai-viet/a</p><p>{"host":"127.0.0.1:3000","accept":"text/html,*/*","connection":"close"}</p>`,
    );
    expect(next).toHaveBeenCalledTimes(1);
    expect(clean.headers).not.toHaveProperty("set-cookie");
    expect(clean.headers).not.toHaveProperty("access-control-allow-origin");
  });

  test("encodings, HEAD and validators", async () => {
    const plain = await send("/a");
    const br = await send("/a", { headers: { "accept-encoding": "gzip, br" } });
    const gzip = await send("/a", { headers: { "accept-encoding": "gzip" } });
    expect(zlib.brotliDecompressSync(br.body)).toEqual(plain.body);
    expect(zlib.gunzipSync(gzip.body)).toEqual(plain.body);
    for (const { headers } of [plain, br, gzip]) expect(headers.vary).toBe("Accept-Encoding");

    const head = await send("/a", { method: "HEAD", headers: { "accept-encoding": "gzip" } });
    expect(head.body).toHaveLength(0);
    expect(head.headers).toMatchObject({ "content-length": String(gzip.body.length), etag: gzip.headers.etag });

    const tagged = await send("/a", { headers: { "accept-encoding": "gzip", "if-none-match": gzip.headers.etag } });
    expect(tagged).toMatchObject({ status: 304, headers: { etag: gzip.headers.etag } });
    expect(tagged.headers).not.toHaveProperty("content-length");
    const other = await send("/a", { headers: { "accept-encoding": "br", "if-none-match": gzip.headers.etag } });
    expect(other.status).toBe(200);
    const dated = await send("/a", { headers: { "if-modified-since": plain.headers["last-modified"] } });
    expect(dated.status).toBe(304);
    const both = { "if-none-match": '"x"', "if-modified-since": plain.headers["last-modified"] };
    expect((await send("/a", { headers: both })).status).toBe(200);
  });
});

describe("pages that cannot be rendered", () => {
  test("a page that Next cannot render is a bug with the database, and a pause without", async () => {
    next.mockImplementation((_request, response) => {
      response.statusCode = 500;
      response.end("secret stack");
    });
    const bug = await send("/hong");
    expect(bug.status).toBe(500);
    expect(bug.body.toString()).not.toContain("secret");
    expect(bug.body.toString()).toContain(String(bug.headers["x-request-id"]));

    clock.connected = false;
    const pause = await send("/hong");
    expect(pause).toMatchObject({ status: 503, headers: { "retry-after": "10", "cache-control": "no-store" } });
    expect(pause.body.toString()).toContain("Trang tạm ngừng");
  });

  test("without the database what is stored goes on, with its age and a warning", async () => {
    await send("/con");
    clock.connected = false;
    const answer = await send("/con");
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ age: "0", warning: expect.stringMatching(/^112 /) });
    expect((await send("/chua")).status).toBe(503);
  });

  test("one slash more leads to the address without", async () => {
    expect(await send("/bai-viet/a/?loi=ma")).toMatchObject({
      status: 308,
      headers: { location: "/bai-viet/a?loi=ma" },
    });
  });
});

describe("what goes to Next", () => {
  const sentOn = () => next.mock.calls[0]?.[0].headers;

  test("a form of the site gets through, its network named by a digest", async () => {
    next.mockImplementation(
      (_request, response) => void response.writeHead(303, { location: "/tham-do/danh-gia" }).end(),
    );
    const headers = { "sec-fetch-site": "same-origin", "x-client-network": "forged", "next-action": "abc" };
    expect((await send(FORM, { method: "POST", headers, body: "chon=1" })).status).toBe(303);
    expect(sentOn()?.["x-client-network"]).toMatch(/^[\w-]{22}$/);
    expect(sentOn()).not.toHaveProperty("next-action");
  });

  test.each([[{ "sec-fetch-site": "cross-site" }], [{ origin: "https://evil.example" }], [{ origin: "null" }]])(
    "a form of another site does not: %o",
    async (headers) => {
      const answer = await send(FORM, { method: "POST", headers, body: "chon=1" });
      expect(answer.status).toBe(403);
      expect(answer.body.toString()).toContain("trang web khác");
      expect(next).not.toHaveBeenCalled();
    },
  );

  test("a body too long is refused, announced or not", async () => {
    next.mockImplementation(async (request, response) => {
      for await (const _chunk of request);
      response.end();
    });
    const body = Buffer.alloc(80_000, "a");
    expect((await send(FORM, { method: "POST", body })).status).toBe(413);
    expect(next).not.toHaveBeenCalled();
    expect((await send(FORM, { method: "POST", body, chunked: true })).status).toBe(413);
    expect((await send(FORM, { method: "POST", body: "chon=1", chunked: true })).status).toBe(200);
  });

  test("editors' answers are kept by nobody, whatever Next said", async () => {
    next.mockImplementation((_request, response) => {
      response.setHeader("cache-control", "public, max-age=60");
      response.end("x");
    });
    for (const path of ["/quan-tri", "/quan-tri/x.css", "/%71uan-tri/bai-viet"]) {
      expect((await send(path)).headers["cache-control"]).toBe("private, no-store");
    }
  });

  test("a crash of Next's shows the site's own page, streamed or not", async () => {
    next.mockImplementation((_request, response) => {
      response.statusCode = 500;
      response.setHeader("set-cookie", "half=1");
      response.flushHeaders();
      response.write("secret ");
      response.end("stack");
    });
    const answer = await send("/quan-tri");
    expect(answer.status).toBe(500);
    expect(answer.body.toString()).toMatch(/Trang gặp lỗi/);
    expect(answer.body.toString()).not.toMatch(/secret|stack/);
    expect(answer.headers).not.toHaveProperty("set-cookie");
  });

  test.each([
    ["POST", "/bai-viet/a", 405],
    ["POST", "/", 405],
    ["GET", FORM, 405],
    ["PUT", "/quan-tri", 405],
    ["OPTIONS", "/", 405],
    ["GET", "/_next/image?url=%2Fa.png&w=64&q=75", 404],
  ])("%s %s never reaches it", async (method, path, status) => {
    expect((await send(path, { method })).status).toBe(status);
    expect(next).not.toHaveBeenCalled();
  });
});

test("every answer carries the security headers and a name", async () => {
  const answers = await Promise.all([
    send("/"),
    send("/quan-tri"),
    send("//"),
    send(FORM),
    send("/a/"),
    send("/api/health"),
    send("/speculation.json"),
    send("/api/metrics"),
  ]);
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-request-id"]).toBeTruthy();
    expect(headers).not.toHaveProperty("strict-transport-security"); // plain HTTP here
  }
  expect(new Set(answers.map(({ headers }) => headers["x-request-id"])).size).toBe(answers.length);
});

test.each([
  ["a WebSocket", "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n", 426],
  ["a broken request", "GET / HTTP/9.9\r\n\r\n", 400],
  ["no request at all", "\x16\x03\x01\x02\r\n\r\n", 400],
  [
    "two lengths",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
  ],
  ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
  ["endless headers", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, 431],
])("%s is turned away", async (_what, text, status) => {
  expect(await sendRaw(text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test("an offer of h2c is ignored, as it may be", async () => {
  const headers = { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAMAAABkAAQAAP__" };
  expect((await send("/", { headers })).status).toBe(200);
});

test("metrics exist for who has the token", async () => {
  expect((await send("/api/metrics")).status).toBe(404);
  expect((await send("/api/metrics", { headers: { authorization: "Bearer wrong-wrong-wrong" } })).status).toBe(404);
  await send("/dem");
  const answer = await send("/api/metrics", { headers: { authorization: "Bearer only-for-tests-only" } });
  expect(answer.status).toBe(200);
  expect(answer.body.toString()).toContain("page_fill_seconds_count");
});

test("alive without the database, ready only with it", async () => {
  clock.connected = false;
  expect((await send("/api/health")).status).toBe(200);
  expect((await send("/api/ready")).status).toBe(503);
  clock.connected = true;
  expect((await send("/api/ready")).status).toBe(200);
});

test("draining, each answer is the last of its connection", async () => {
  front.startDraining();
  expect((await send("/api/ready")).status).toBe(503);
  const answer = await send("/", { headers: { connection: "keep-alive" } });
  expect(answer).toMatchObject({ status: 200, headers: { connection: "close" } });
});
