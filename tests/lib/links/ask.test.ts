import { afterAll, beforeAll, expect, test } from "vitest";
import { createAsk } from "#lib/links/ask.ts";
import { startWebServer } from "#tests/support/web-server.ts";

let web: Awaited<ReturnType<typeof startWebServer>>;

/** On this machine alone, and nowhere but at 127.0.0.1. */
const ask = createAsk({ isAllowed: (ip) => ip === "127.0.0.1", patience: 500 });

const moved = (location: string) => ({ status: 302, location });
const ANSWERS: Record<string, { status: number; location?: string; toHead?: number }> = {
  "/moved/200": moved("/200"),
  "/moved/404": moved("/404"),
  "/ring": moved("/ring"),
  "/file": moved("file:///etc/passwd"),
  "/no-head": { status: 200, toHead: 501 },
};

beforeAll(async () => {
  web = await startWebServer(({ method, url = "/" }, response) => {
    if (url === "/silent") return;
    const { status, location, toHead = status } = ANSWERS[url] ?? { status: Number(url.slice(1)) };
    response
      .writeHead(method === "HEAD" ? toHead : status, { ...(location && { location }), "set-cookie": "a=b" })
      .end();
  });
  ANSWERS["/inward"] = moved(`http://127.0.0.2:${web.port}/200`);
});
afterAll(() => web.close());

test.each(["200", "403", "429", "moved/200", "ring", "no-head"])("a page that answers %s is there", async (path) => {
  expect(await ask(`${web.origin}/${path}`)).toEqual({ works: true });
});

test.each([
  ["404", "Trang đó không còn (mã 404).", true],
  ["410", "Trang đó không còn (mã 410).", true],
  ["503", "Máy chủ bên đó báo lỗi (mã 503).", true],
  ["moved/404", "Trang đó không còn (mã 404).", true],
  ["silent", "Máy chủ bên đó không trả lời.", false],
  ["inward", "Địa chỉ này ở trong mạng nội bộ, bạn đọc không mở được.", true],
  ["file", "Địa chỉ này ở trong mạng nội bộ, bạn đọc không mở được.", true],
])("a page that answers %s is not", async (path, why, answered) => {
  expect(await ask(`${web.origin}/${path}`)).toEqual({ works: false, why, answered });
});

test("HEAD is enough for what is there, GET is asked before anything is called gone", async () => {
  const before = web.heard.length;
  await ask(`${web.origin}/200`);
  await ask(`${web.origin}/404`);
  expect(web.heard.slice(before).map(({ method, url }) => `${method} ${url}`)).toEqual([
    "HEAD /200",
    "HEAD /404",
    "GET /404",
  ]);
});

test("no cookie, name or password is sent, and the program says what it is", async () => {
  const before = web.heard.length;
  await ask(`http://an:mat-khau@127.0.0.1:${web.port}/moved/200`);
  const sent = web.heard.slice(before).map(({ headers }) => headers);
  expect(sent).toHaveLength(2);
  for (const headers of sent) {
    expect(headers).not.toHaveProperty("cookie");
    expect(headers).not.toHaveProperty("authorization");
    expect(headers["user-agent"]).toMatch(/^chuyen-muc-dang-link-check \(\+http/);
  }
});

test("a host is asked one thing at a time", async () => {
  const host = await startWebServer((_request, response) => void setTimeout(() => response.writeHead(200).end(), 40));
  await Promise.all(Array.from({ length: 5 }, (_, index) => ask(`${host.origin}/${index}`)));
  expect([host.heard.length, host.mostAtOnce()]).toEqual([5, 1]);
  await host.close();
});

test.each(["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"])(
  "nothing at %s is ever asked unless it is allowed",
  async (host) => {
    const before = web.heard.length;
    const outcome = await createAsk()(`http://${host}:${web.port}/200`);
    expect(outcome).toMatchObject({ works: false, why: expect.stringContaining("mạng nội bộ") });
    expect(web.heard).toHaveLength(before);
  },
);

test("a server that is gone did not answer, and what is no address is not asked", async () => {
  const gone = await startWebServer(() => {});
  await gone.close();
  expect(await ask(gone.origin)).toEqual({ works: false, why: "Máy chủ bên đó không trả lời.", answered: false });
  expect(await ask("http://")).toEqual({ works: false, why: "Địa chỉ này viết sai.", answered: true });
});
