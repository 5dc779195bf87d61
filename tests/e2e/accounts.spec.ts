import { expect, type Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { faultsOf } from "#tests/e2e/axe.ts";
import { test } from "#tests/e2e/fixtures.ts";
import { fillSignIn, lookBackFrom, openElsewhere, type Person, signInAs } from "#tests/e2e/people.ts";

const HALF_MINUTE = 30_000;
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** The application on the telephone, fed with the key that the page shows. */
async function telephoneOf(page: Page) {
  const secret = ((await page.locator("main code").first().textContent()) ?? "").replaceAll(" ", "");
  return (later: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + later * HALF_MINUTE });
}

test("the second step is turned on with a telephone, asked for at the door, and a recovery code stands in for it", async ({
  browser,
}) => {
  const person: Person = { name: "Lê Thị Hai Bước", email: "hai-buoc@example.vn", role: "editor" };
  const page = await signInAs(browser, person);
  await page.goto("/quan-tri/tai-khoan");
  await press(page, "Bật xác nhận hai bước");
  await expect(page.getByRole("img", { name: "Mã QR cho ứng dụng tạo mã" })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  const telephone = await telephoneOf(page);

  await page.getByLabel("Mã xác nhận").fill("000000");
  await press(page, "Xác nhận và bật");
  await expect(page.getByText("Lỗi: Mã chưa đúng.").first()).toBeVisible();
  await page.getByLabel("Mã xác nhận").fill(telephone(-1));
  await press(page, "Xác nhận và bật");
  await expect(page.getByText("Đã bật xác nhận hai bước.")).toBeVisible();
  const codes = await page.locator(".codes code").allInnerTexts();
  expect(codes).toHaveLength(10);
  await expect(page.getByText("Còn 10 mã dự phòng chưa dùng")).toBeVisible();

  const door = await openElsewhere(browser);
  await fillSignIn(door, person.email);
  await press(door, "Đăng nhập");
  await expect(door.getByText("Tài khoản này có xác nhận hai bước.")).toBeVisible();
  await expect(door.getByLabel("Mã xác nhận")).toBeFocused();
  expect(await faultsOf(door)).toEqual([]);
  await door.getByLabel("Mã xác nhận").fill("111111");
  await press(door, "Đăng nhập");
  await expect(door.getByText("Mã chưa đúng hoặc đã dùng rồi.")).toBeVisible();
  await door.getByLabel("Mã xác nhận").fill(telephone(0));
  await press(door, "Đăng nhập");
  await expect(door).toHaveURL("/quan-tri");

  const again = await openElsewhere(browser);
  await fillSignIn(again, person.email);
  await press(again, "Đăng nhập");
  await again.getByLabel("Mã xác nhận").fill(codes[0] ?? "");
  await press(again, "Đăng nhập");
  await expect(again).toHaveURL("/quan-tri");
  await page.reload();
  await expect(page.getByText("Còn 9 mã dự phòng chưa dùng")).toBeVisible();
  for (const one of [page, door, again]) await one.context().close();
});

test("whoever forgot the password gets a new one from the administrator, who types his own first when he came long ago", async ({
  browser,
}) => {
  const chief: Person = { name: "Phạm Thị Quản", email: "quan-ly@example.vn", role: "administrator" };
  const person: Person = { name: "Trần Văn Quên", email: "quen@example.vn", role: "contributor" };
  const [page, theirs] = [await signInAs(browser, chief), await signInAs(browser, person)];
  await lookBackFrom(chief.email, 31);
  await page.goto("/quan-tri/nguoi-dung");
  await page.getByRole("link", { name: `Mật khẩu của ${person.name}` }).click();
  expect(await faultsOf(page)).toEqual([]);
  const renewed = "mưa rào đầu hạ thềm gạch cũ";
  await page.getByRole("textbox", { name: "Mật khẩu mới" }).fill("ngắn");
  await press(page, "Đặt mật khẩu mới");
  const dialog = page.getByRole("dialog", { name: "Hãy đăng nhập lại" });
  await fillSignIn(dialog, chief.email);
  await dialog.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(dialog).toBeHidden();
  await press(page, "Đặt mật khẩu mới");
  await expect(page.getByText("Mật khẩu cần ít nhất 15 chữ cái.")).toBeVisible();
  await page.getByRole("textbox", { name: "Mật khẩu mới" }).fill(renewed);
  await press(page, "Đặt mật khẩu mới");
  await expect(page.getByText("Đã đặt mật khẩu mới.")).toBeVisible();

  await theirs.goto("/quan-tri");
  await expect(theirs).toHaveURL(/dang-nhap/);
  await fillSignIn(theirs, person.email, renewed);
  await press(theirs, "Đăng nhập");
  await expect(theirs).toHaveURL("/quan-tri");
  for (const one of [page, theirs]) await one.context().close();
});
