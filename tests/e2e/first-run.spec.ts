import { expect } from "@playwright/test";
import { ADMIN, ADMIN_SESSION, site, test } from "#tests/e2e/fixtures.ts";

test("the set-up link makes the first administrator, once, who signs in", async ({ page }) => {
  const { setupPath } = site();
  expect(setupPath, "npm start prints the link while nobody has an account").not.toBe("");

  await page.goto(setupPath);
  await page.getByLabel("Họ và tên").fill(ADMIN.name);
  await page.getByLabel("Thư điện tử").fill(ADMIN.email);
  await page.getByLabel("Mật khẩu").fill("123456");
  await page.getByRole("button", { name: "Hoàn tất thiết lập" }).click();
  await expect(page.getByLabel("Mật khẩu")).toHaveAccessibleDescription(/Lỗi/);
  await page.getByLabel("Mật khẩu").fill(ADMIN.password);
  await page.getByRole("button", { name: "Hoàn tất thiết lập" }).click();

  await expect(page).toHaveURL(/\/quan-tri\/dang-nhap/);
  await page.getByLabel("Thư điện tử").fill(ADMIN.email);
  await page.getByLabel("Mật khẩu").fill(ADMIN.password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL("/quan-tri");
  await expect(page.getByRole("banner")).toContainText(ADMIN.name);
  await page.context().storageState({ path: ADMIN_SESSION });

  await page.goto(setupPath);
  await expect(page.getByRole("main")).toContainText("đã dùng rồi");
});
