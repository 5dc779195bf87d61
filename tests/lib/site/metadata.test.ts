import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { describePage } from "#lib/site/metadata.ts";

test("every page names itself, its committee and its one address", async () => {
  await db.site.create({ data: { committee: "Đảng ủy phường Đông Thanh", ward: "phường Đông Thanh" } });
  const page = await describePage({ title: "Tin", description: "a ".repeat(200), path: "/chuyen-muc/tin" });
  expect(page.title).toBe("Tin – Chuyên mục Đảng, Đảng ủy phường Đông Thanh");
  expect(page.description?.length).toBeLessThanOrEqual(161);
  expect(page.alternates?.canonical).toMatch(/^http:\/\/[^/]+\/chuyen-muc\/tin$/);
  expect(page.robots).toBeUndefined();
});

test("a page with a picture of its own is shared with it; any other with the emblem", async () => {
  const page = { title: "Tin", description: "Tin", path: "/bai-viet/tin" };
  const shown = { path: "/tep/a/a-chia-se.jpg?v=1", width: 1200, height: 630 };
  const plain = await describePage(page);
  expect([plain.openGraph?.images, plain.twitter]).toEqual([
    expect.stringMatching(/\/bieu-tuong-512\.png$/),
    { card: "summary" },
  ]);
  const own = await describePage({ ...page, picture: { ...shown, alt: "Toàn cảnh" } });
  expect(own.openGraph?.images).toEqual({
    ...{ url: expect.stringMatching(/^http.+\/tep\/a\/a-chia-se\.jpg\?v=1$/), width: 1200, height: 630 },
    alt: "Toàn cảnh",
  });
  expect(own.twitter).toEqual({ card: "summary_large_image" });
  expect((await describePage({ ...page, picture: { ...shown, alt: "" } })).openGraph?.images).not.toHaveProperty("alt");
});
