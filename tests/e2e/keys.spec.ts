import { expect, type Page } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { signInAs } from "#tests/e2e/people.ts";
import { begin, body, type } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

/** Presses Enter in each field of one line, also in those that are folded away. */
async function pressEnterEverywhere(page: Page) {
  await page.locator("form.whole details").evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) {
      details.name = ""; // of those that share a name only one is open
      details.open = true;
    }
  });
  const fields = await page.locator("form.whole input:visible").all();
  for (const field of fields) await field.press("Enter");
  return fields.length;
}

test("Enter in a field of one line neither saves nor moves an article, be it a draft or public", async ({ page }) => {
  const sent: string[] = [];
  await begin(page, "Bài gõ Enter ở mọi ô");
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });

  expect(await pressEnterEverywhere(page)).toBeGreaterThanOrEqual(4);
  await expect(page.getByText("Bản nháp · chưa đăng")).toBeVisible();
  expect(sent).toEqual([]);

  await page.getByRole("button", { name: "Đăng ngay, duyệt sau", exact: true }).click();
  await expect(page.getByText("Công chúng đang xem bản số 1")).toBeVisible();
  sent.length = 0;
  expect(await pressEnterEverywhere(page)).toBeGreaterThanOrEqual(6);
  await expect(page.getByText("Công chúng đang xem bản số 1")).toBeVisible();
  await expect(body(page)).toHaveText("Đoạn đầu.");
  expect(sent).toEqual([]);
});

test("Ctrl+Enter publishes or, for who may not, submits, and leaves no line break in the text; a dialog keeps its keys", async ({
  page,
  browser,
}) => {
  await begin(page, "Bài đăng bằng phím");
  await page.getByRole("button", { name: "Phím tắt (?)" }).click();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Đóng" }).click();
  await expect(page.getByText("Bản nháp · chưa đăng")).toBeVisible();

  await type(page, " Gõ thêm.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Công chúng đang xem bản số 2")).toBeVisible();
  await expect(body(page).locator("br:not(.ProseMirror-trailingBreak)")).toHaveCount(0);
  await page.getByRole("link", { name: "Xem bài trên trang công khai" }).click();
  await expect(page.locator(".prose")).toHaveText("Đoạn đầu. Gõ thêm.");

  const writer = await signInAs(browser, { name: "Lê Thị Phím", email: "phim@p.example.vn", role: "contributor" });
  await begin(writer, "Bài gửi duyệt bằng phím");
  await writer.keyboard.press("Control+Enter");
  await expect(writer.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();
  await writer.context().close();
});

test("Ctrl+S saves, `?` opens the list of keys where nobody is writing, and both truths of a public article are said", async ({
  page,
}) => {
  await begin(page, "Bài lưu bằng phím");
  await page.getByRole("button", { name: "Đăng ngay, duyệt sau", exact: true }).click();
  await expect(page.getByText("Công chúng đang xem bản số 1")).toBeVisible();
  await type(page, " Sửa thêm?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Bản số 2")).toBeVisible();
  await expect(page.getByText(/^Công chúng đang xem bản số 1 · có thay đổi chưa đăng/)).toBeVisible();
  await expect(body(page)).toHaveText("Đoạn đầu. Sửa thêm?");

  await page.getByRole("button", { name: "Xem trước" }).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Phím tắt" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("whoever leaves with text that is not saved is asked, and not once it is", async ({ page }) => {
  const address = await begin(page, "Bài chưa lưu mà đi");
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.route("**/ban-dang-sua", (route) => route.abort());
  await type(page, " Chữ chưa lưu.");
  await page.getByRole("link", { name: "Bài viết", exact: true }).click();
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await expect(page).toHaveURL(address);

  await page.unroute("**/ban-dang-sua"); // and the page tries again by itself
  await expect(page.getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible();
  await page.getByRole("link", { name: "Bài viết", exact: true }).click();
  await expect(page).toHaveURL("/quan-tri/bai-viet");
  expect(asked).toHaveLength(1);
});
