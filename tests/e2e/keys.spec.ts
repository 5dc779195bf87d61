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
