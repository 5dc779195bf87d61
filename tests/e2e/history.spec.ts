import { expect } from "@playwright/test";
import { faultsOf } from "#tests/e2e/axe.ts";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { begin, body } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

test("two revisions are compared in words, and an old one comes back once its difference was shown, without script", async ({
  page,
  browser,
  baseURL,
}) => {
  const address = await begin(page, "Bài có nhiều bản");
  await body(page).fill("Đoạn đầu. Sửa lại.");
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(page.getByText("Bản số 2")).toBeVisible();

  const plain = await browser.newContext({
    baseURL: baseURL ?? "",
    storageState: ADMIN_SESSION,
    javaScriptEnabled: false,
  });
  const reader = await plain.newPage();
  await reader.goto(address);
  await reader.getByRole("link", { name: "Lịch sử: so sánh, lấy lại bản cũ" }).click();
  const difference = reader.getByRole("region", { name: "Chỗ khác nhau" });
  await expect(difference).toContainText("Sửa");
  await expect(difference.locator("ins")).toHaveText("Sửa lại.");

  await reader.getByRole("radio", { name: "Đến bản số 1" }).check();
  await reader.getByRole("radio", { name: "Từ bản số 1" }).check();
  await reader.getByRole("button", { name: "So sánh" }).click();
  await expect(reader.getByText("chưa có gì để so sánh")).toBeVisible();

  await reader.getByRole("link", { name: "Xem để lấy lại bản số 1" }).click();
  await expect(difference.locator("del")).toHaveText("Sửa lại.");
  await reader.getByRole("button", { name: "Lấy lại bản số 1" }).click();
  await expect(reader.getByText("Đã lấy lại bản số 1 thành bản số 3")).toBeVisible();
  await expect(reader.getByRole("row", { name: "Bản số 3" })).toContainText("Lấy lại bản cũ: Nguyễn Văn An");
  await plain.close();

  await page.goto(address);
  await expect(body(page)).toHaveText("Đoạn đầu.");
  await page.goto(`${address}/lich-su?lay-lai=2`);
  expect(await faultsOf(page)).toEqual([]);
});
