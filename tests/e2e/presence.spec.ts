import { expect } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { signInAs } from "#tests/e2e/people.ts";
import { begin, body, type } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

test("who else is at the text is said while it is so, and no longer", async ({ page, browser }) => {
  const address = await begin(page, "Bài hai người mở");
  await type(page, " Gõ rồi bỏ.");
  await expect(page.getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible();

  const other = await signInAs(browser, { name: "Trần Thị Kề", email: "ke@p.example.vn", role: "editor" });
  const note = other.getByText("cũng đang sửa bài này");
  await other.goto(address);
  await expect(body(other)).toHaveText("Đoạn đầu.");
  await expect(note).toHaveText("Nguyễn Văn An cũng đang sửa bài này");
  const kept = page.waitForResponse("**/ban-dang-sua");
  await body(page).fill("Đoạn đầu."); // as it was: nothing of it is anybody's to reckon with
  await kept;
  await type(other, " Của người hai.");
  await expect(other.getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible();
  await expect(note).toHaveCount(0);

  await type(page, " Gõ lại.");
  await expect(page.getByText("Trần Thị Kề cũng đang sửa bài này")).toBeVisible();
  await other.context().close();
});

test("whoever wrote what is published sees it as readers do, and is offered nothing that would be refused", async ({
  page,
  browser,
}) => {
  const writer = await signInAs(browser, { name: "Lê Thị Đăng", email: "dang@p.example.vn", role: "contributor" });
  const address = await begin(writer, "Bài đã đăng của tôi");
  await writer.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(writer.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();
  await page.goto(address);
  await page.getByRole("button", { name: "Duyệt và đăng" }).click();
  await expect(page.getByText("Công chúng đang xem bản số 1", { exact: true })).toBeVisible();

  const sent: string[] = [];
  await writer.reload();
  writer.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await writer.getByRole("button", { name: "Xem trước" }).click();
  const shown = writer.frameLocator('iframe[title="Trang bài viết"]');
  await expect(shown.getByRole("heading", { level: 1 })).toHaveText("Bài đã đăng của tôi");
  await expect(shown.locator(".prose")).toHaveText("Đoạn đầu.");
  await expect(writer.getByText("Gửi cho người không có tài khoản")).toHaveCount(0);
  await expect(writer.getByText("Không có gì chưa lưu")).toBeVisible();
  await writer.getByRole("link", { name: "Việc của tôi" }).first().click(); // nothing asks whether to leave
  await expect(writer).toHaveURL("/quan-tri");
  expect(sent).toEqual([]);
  await writer.context().close();
});
