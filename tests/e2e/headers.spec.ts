import { expect } from "@playwright/test";
import { POLL, SEED, test } from "#tests/e2e/fixtures.ts";

const EVERYWHERE = [
  "/",
  SEED,
  "/khong-co-trang-nay",
  "/quan-tri/dang-nhap",
  "/quan-tri/bai-viet",
  `/api/tham-do/${POLL}`,
  `/ma-xac-nhan?tham-do=${POLL}`,
  "/api/health",
  "/rss.xml",
  "/site.js",
];

for (const path of EVERYWHERE)
  test(`${path} carries the security headers and nothing that tells what runs here`, async ({ request }) => {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();

    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBeTruthy();
    expect(headers["permissions-policy"]).toBeTruthy();
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    const csp = headers["content-security-policy"] ?? "";
    if (!headers["content-type"]?.startsWith("text/html")) return;
    for (const directive of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"])
      expect(csp).toContain(directive);
    expect(csp).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
  });

test("public pages set no cookie; the editors' pages are not kept", async ({ request }) => {
  for (const path of ["/", SEED]) expect((await request.get(path)).headers()["set-cookie"]).toBeUndefined();
  expect((await request.get("/quan-tri/dang-nhap")).headers()["cache-control"]).toContain("no-store");
});

test("the editors' pages show nothing to a stranger", async ({ request }) => {
  for (const path of ["/quan-tri", "/quan-tri/bai-viet", "/quan-tri/nguoi-dung", "/quan-tri/bai-viet/1"]) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect([302, 303, 307, 401, 403, 404], path).toContain(response.status());
    expect(await response.text()).not.toContain("CHI BỘ 1");
  }
});

test("a vote sent from another site is refused and not counted", async ({ request }) => {
  const response = await request.post(`/tham-do/${POLL}/phieu`, {
    form: { chon: "1", ma: "K7M3X", ve: "/" },
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    maxRedirects: 0,
  });
  expect(response.status()).toBe(403);
});
