import { expect, type Page } from "@playwright/test";
import { ADMIN, readText, test } from "#tests/e2e/fixtures.ts";
import { reportInWord } from "#tests/support/story.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Drops a file on the page as from a folder beside the browser. */
async function drop(page: Page, name: string, type: string, bytes: Buffer) {
  const data = await page.evaluateHandle(
    ([fileName, fileType, base64]) => {
      const file = new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName, {
        type: fileType,
      });
      const transfer = new DataTransfer();
      transfer.items.add(file);
      return transfer;
    },
    [name, type, bytes.toString("base64")] as const,
  );
  await page.getByRole("textbox", { name: "Nội dung bài" }).dispatchEvent("drop", { dataTransfer: data });
}

test("from a Word file to a published report: dropped, mended as the checklist says, public, printed, in 8 clicks", async ({
  page,
  request,
}) => {
  const title = "Chi bộ khu phố 1 sinh hoạt chuyên đề quý IV";
  let clicks = 0;
  const click = async (name: string | RegExp, role: "button" | "link" = "button") => {
    clicks += 1;
    await page
      .getByRole(role, { name, exact: typeof name === "string" })
      .first()
      .click();
  };
  await page.goto("/quan-tri/dang-nhap");
  await page.getByLabel("Thư điện tử").fill(ADMIN.email);
  await page.getByLabel("Mật khẩu").fill(ADMIN.password);
  await click("Đăng nhập");
  await click("Viết bài mới", "link");

  await drop(page, "bao-cao.docx", WORD, await reportInWord(title));
  await expect(page.getByText("Giữ 1 ảnh.")).toBeVisible();
  await click("Dùng nội dung này");
  await expect(page.getByLabel("Tên bài")).toHaveValue(title);
  clicks += 1;
  await page.getByLabel("Chuyên mục").selectOption({ label: "Xây dựng Đảng" });
  await expect(page.getByText("Bài chưa có tóm tắt")).toBeVisible();
  await click("Tới chỗ này");
  await page.keyboard.type("Chi bộ khu phố 1 họp, thống nhất nhiệm vụ quý tới.");
  await expect(page.getByText("Bài chưa có tóm tắt")).toBeHidden();
  await click("Đăng ngay, duyệt sau");

  await expect(page.getByText("Công chúng đang xem bản số 1")).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(8);
  const address = "/bai-viet/chi-bo-khu-pho-1-sinh-hoat-chuyen-de-quy-iv";
  expect(await readText(request, address)).toContain("thống nhất các nhiệm vụ của quý tới");
  await page.goto(address);
  await expect(page.getByRole("img", { name: "Đảng viên biểu quyết tại hội nghị" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "Đảng viên", exact: true })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await expect(page.getByText("thống nhất các nhiệm vụ")).toBeVisible();
});
