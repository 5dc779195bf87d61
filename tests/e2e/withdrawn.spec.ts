import { expect } from "@playwright/test";
import { ADMIN_SESSION, SEED, test } from "#tests/e2e/fixtures.ts";
import { begin } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

test("taken down in favour of another article, every address it had leads there", async ({ page, request }) => {
  await begin(page, "Kế hoạch ra quân tháng thanh niên");
  await page.getByRole("button", { name: "Đăng ngay, duyệt sau" }).click();
  await expect(page.getByText("Công chúng đang xem bản số 1")).toBeVisible();
  await page.getByLabel("Đường dẫn").fill("ra-quan");
  await page.getByRole("button", { name: "Đăng ngay, duyệt sau" }).click();
  await expect(page.getByText("Công chúng đang xem bản số 2")).toBeVisible();
  expect((await request.get("/bai-viet/ra-quan")).status()).toBe(200);

  await page.getByText("Gỡ bài", { exact: true }).click();
  await page.getByLabel("Lý do gỡ").selectOption({ label: "Đã có bài khác thay thế" });
  await page.getByLabel("Chuyển người đọc tới bài khác").fill(SEED);
  await page.getByRole("button", { name: "Gỡ bài khỏi trang công khai" }).click();
  await expect(page.getByText("Đã gỡ · công chúng không thấy bài này")).toBeVisible();

  for (const address of ["/bai-viet/ra-quan", "/bai-viet/ke-hoach-ra-quan-thang-thanh-nien"]) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect([answer.status(), answer.headers()["location"]], address).toEqual([308, SEED]);
  }
});
