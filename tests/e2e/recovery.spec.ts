import { expect } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { signInAs } from "#tests/e2e/people.ts";
import { begin, body, type } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

const LEFT = "Lần trước bạn còn chữ chưa lưu thành bản";
const PRESENT = "Nguyễn Văn An cũng đang sửa bài này";

test("a reviewer who only looked and wrote a note is offered nothing later, and nobody is told that she writes", async ({
  page,
  browser,
}) => {
  const writer = await signInAs(browser, { name: "Hồ Thị Nhẫn", email: "nhan@p.example.vn", role: "contributor" });
  const address = await begin(writer, "Bài được xem rồi trả lại");
  await writer.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(writer.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();

  await page.goto(address);
  await page.getByRole("button", { name: "Xem trước" }).click();
  await expect(page.frameLocator("iframe").getByText("Đoạn đầu.")).toBeVisible();
  await page.getByText("Trả lại", { exact: true }).click();
  await page.getByLabel("Cần sửa gì").fill("Ghi thêm số đảng viên dự họp.");
  await page.waitForTimeout(2500); // longer than the pause after which text is saved
  await page.getByRole("button", { name: "Trả lại cho người viết" }).click();
  await expect(page.getByText("Bị trả lại · chưa đăng")).toBeVisible();

  await writer.goto(address);
  await type(writer, " Có 19 đồng chí.");
  await expect(writer.getByText(/^Đã lưu/)).toBeVisible();
  await expect(writer.getByText(PRESENT)).toHaveCount(0);
  await writer.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(writer.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();

  await page.goto(address);
  await expect(body(page)).toHaveText("Đoạn đầu. Có 19 đồng chí.");
  await expect(page.getByRole("region", { name: LEFT })).toHaveCount(0);
  await writer.context().close();
});

test("text older than the newest revision is offered with the difference, and not as the thing to do", async ({
  page,
  context,
}) => {
  const address = await begin(page, "Bài có chữ cũ còn lại");
  await type(page, " Chữ cũ.");
  await expect(page.getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible();
  await page.close();

  const other = await context.newPage();
  await other.goto(address);
  const left = other.getByRole("region", { name: LEFT });
  await expect(left.getByRole("button", { name: "Lấy lại chữ này" })).toHaveClass("btn");
  await type(other, " Chữ mới.");
  await other.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(other.getByText("Bản số 2")).toBeVisible();

  await other.reload();
  await expect(left.getByRole("button", { name: "Lấy lại chữ này" })).toHaveClass("btn alt");
  await expect(left).toContainText("lấy lại chữ này thì mất những chỗ bản mới đã sửa");
  await expect(left.locator("ins")).toHaveText("cũ.");
  await left.getByRole("button", { name: "Bỏ đi" }).click();
  await expect(left).toHaveCount(0);
  await other.reload();
  await expect(body(other)).toHaveText("Đoạn đầu. Chữ mới.");
  await expect(left).toHaveCount(0);
});
