import { expect } from "@playwright/test";
import { SEED, test } from "#tests/e2e/fixtures.ts";
import { expectRefusalKeepsChoice, expectThanks, vote } from "#tests/e2e/voting.ts";

test("everything a reader comes for works without JavaScript", async ({ page }) => {
  await page.goto("/");
  await page
    .getByRole("main")
    .getByRole("link", { name: /CHI BỘ 1 - PHƯỜNG ĐÔNG THANH/ })
    .first()
    .click();
  await expect(page).toHaveURL(SEED);
  await expect(page.locator("#noi-dung")).toContainText("đổi mới nội dung, hình thức");

  await vote(page, "Tốt", "XXXXX");
  await expectRefusalKeepsChoice(page, "Tốt");
  await vote(page, "Tốt");
  await expectThanks(page);
});

test("“Mã khác” brings another picture and keeps the choice", async ({ page }) => {
  await page.goto(SEED);
  await page.getByRole("radio", { name: "Bình thường" }).check();
  await page.getByRole("button", { name: "Mã khác" }).click();
  await expect(page.getByRole("radio", { name: "Bình thường" })).toBeChecked();
  await expect(page.getByLabel("Mã xác nhận")).toBeVisible();
});

test("a missing page says so, with the way back", async ({ page }) => {
  expect((await page.goto("/bai-viet/khong-co"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Trang chủ" }).first().click();
  await expect(page).toHaveURL("/");
});
