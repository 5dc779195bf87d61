import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { styleHash } from "#lib/server/front/security-headers.ts";
import { createRenderer } from "#lib/server/next/renderer.ts";

const rendererOf = (handle: (request: IncomingMessage, response: ServerResponse) => unknown) =>
  createRenderer({
    handle: async (request, response) => void (await handle(request, response)),
    host: "phuong.example",
    security: ["X-Content-Type-Options", "nosniff"],
    readStylesheet: () => ({ css: "p{color:red}", hash: styleHash("p{color:red}") }),
  });

const answering = (type: string, body: string, status = 200) =>
  rendererOf((_request, response) => response.writeHead(status, { "content-type": type }).end(body));

const headersOf = ({ headers }: { headers: string[] }) =>
  Object.fromEntries(headers.flatMap((name, index) => (index % 2 ? [] : [[name, headers[index + 1]]])));

test("asks in the site's name, with nothing else", async () => {
  const render = rendererOf(({ method, url, headers }, response) =>
    response.end(JSON.stringify({ method, url, headers })),
  );
  const { body } = await render("/tim-kiem?q=a");
  expect(JSON.parse(body.toString())).toEqual({
    method: "GET",
    url: "/tim-kiem?q=a",
    headers: { host: "phuong.example", accept: "text/html,*/*", connection: "close" },
  });
});

test("a page is frozen, its policy allows its style and no inline script", async () => {
  const html = '<link rel="stylesheet" href="/_next/static/a.css"/><p>a</p><script>1</script>';
  const page = await answering("text/html; charset=utf-8", html)("/");
  expect(page.body.toString()).toBe("<style>p{color:red}</style><p>a</p>");
  expect(headersOf(page)["Content-Security-Policy"]).toMatch(/script-src 'self'; style-src 'sha256-[^']+';/);
  expect(headersOf(page)["Speculation-Rules"]).toBe('"/speculation.json"');
});

test.each([
  ["/rss.xml", "application/rss+xml; charset=utf-8", "public, max-age=0, must-revalidate", true],
  ["/robots.txt", "text/plain", "public, max-age=3600", true],
  [
    "/api/tham-do/a/bien-ban.docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "public, max-age=0, must-revalidate",
    false,
  ],
  ["/api/tham-do/a", "application/json", "public, max-age=0, must-revalidate", true],
  ["/_next/static/chunks/a.js", "application/javascript; charset=UTF-8", "public, max-age=31536000, immutable", true],
  ["/site.js", "application/javascript", "public, max-age=3600", true],
  ["/favicon.ico", "image/x-icon", "public, max-age=3600", false],
])("%s is left as it is", async (key, type, cacheControl, compressible) => {
  const file = await answering(type, "<script>1</script>")(key);
  expect(file.body.toString()).toBe("<script>1</script>");
  expect(file.compressible).toBe(compressible);
  expect(headersOf(file)).toMatchObject({ "Content-Type": type, "Cache-Control": cacheControl });
  expect(headersOf(file)["Content-Security-Policy"]).toContain("default-src 'none'");
});

test("a redirect keeps its target, a missing file is not for ever", async () => {
  const moved = await rendererOf((_request, response) => response.writeHead(308, { location: "/b" }).end())("/a");
  expect(moved.status).toBe(308);
  expect(headersOf(moved)["Location"]).toBe("/b");
  const missing = await answering("text/plain", "", 404)("/_next/static/a.js");
  expect(headersOf(missing)["Cache-Control"]).toBe("public, max-age=0, must-revalidate");
});

test("a page may say a status of its own, unless it leads elsewhere", async () => {
  const withdrawn = '<meta name="status" content="410"/><p>Đã gỡ</p>';
  expect((await answering("text/html", withdrawn)("/a")).status).toBe(410);
  const led = rendererOf((_request, response) =>
    response.writeHead(308, { "content-type": "text/html", location: "/b" }).end(withdrawn),
  );
  expect((await led("/a")).status).toBe(308);
});

test("Next's failures are failures", async () => {
  await expect(answering("text/html", "stack", 500)("/")).rejects.toThrow("500");
  const crashing = rendererOf(() => Promise.reject(new Error("inside")));
  await expect(crashing("/")).rejects.toThrow();
});

test("a page that takes too long is given up, and that is told apart", async () => {
  const options = {
    host: "phuong.example",
    security: [],
    readStylesheet: () => ({ css: "", hash: "" }),
    patienceMs: 50,
  };
  const render = createRenderer({ ...options, handle: () => new Promise(() => {}) });
  await expect(render("/")).rejects.toMatchObject({ name: "TimeoutError" });
});
