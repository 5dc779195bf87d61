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
