import { expect, test } from "vitest";
import { next, send } from "#tests/support/front.ts";

const FORM = "/tham-do/danh-gia/phieu";

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

test("one whose process dies is told to come back", async () => {
  next.mockImplementation((request) => void request.socket.destroy());
  for (const answer of [await send(FORM, { method: "POST", body: "chon=1" }), await send("/quan-tri")]) {
    expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "10"]);
    expect(answer.body.toString()).toContain("thử lại");
  }
});

test("a client that goes away is nobody's failure, and Next hears of it", async () => {
  const gone = Promise.withResolvers<void>();
  next.mockImplementation(async (_request, response) => {
    response.on("close", gone.resolve);
    response.write("half");
  });
  await expect(send("/quan-tri", { leaveAfter: 50 })).rejects.toThrow();
  await gone.promise;
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
