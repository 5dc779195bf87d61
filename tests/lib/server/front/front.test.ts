import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { clock, next, send, sendRaw } from "#tests/support/front.ts";

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
