import { expect, type Page } from "@playwright/test";
import { faultsOf } from "#tests/e2e/axe.ts";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { begin, body } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

const pdf = (words: string, kilobytes: number) =>
  Buffer.from(`%PDF-1.7\n% ${words}\n${`${"%".repeat(998)}\n\n`.repeat(kilobytes)}%%EOF`);

const link = (page: Page, name: string | RegExp) => body(page).getByRole("link", { name });

/** Drops a file on a place of the page; answers whether the browser was kept from leaving for it. */
const drop = (page: Page, where: string, name: string, bytes: Buffer) =>
  page.locator(where).evaluate(
    (element, [fileName = "", encoded = ""]) => {
      const dataTransfer = new DataTransfer();
      const content = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([content], fileName, { type: "application/pdf" }));
      return !element.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, bytes.toString("base64")],
  );

test("a PDF is attached from the machine and from the library, as a link that says what it is", async ({
  page,
  request,
}) => {
  await begin(page, "Bài có tệp đính kèm");
  await body(page).click();
  await page.getByRole("button", { name: "Đính kèm tệp" }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page
    .getByLabel("Tệp từ máy của bạn")
    .setInputFiles({ name: "Kế hoạch quý IV.pdf", mimeType: "application/pdf", buffer: pdf("quý IV", 240) });
  await expect(link(page, "Kế hoạch quý IV (PDF, 240 KB)")).toBeVisible();
  await page.keyboard.type(" nhé");
  await expect(link(page, "Kế hoạch quý IV (PDF, 240 KB)")).not.toContainText("nhé");
  const address = (await link(page, /quý IV/).getAttribute("href")) ?? "";
  expect((await request.get(address)).headers()["content-type"]).toBe("application/pdf");

  await page.getByRole("button", { name: "Đính kèm tệp" }).click();
  await page.getByLabel("Hoặc tệp đã có trong kho").fill("ke hoach quy iv");
  await page.getByRole("dialog").getByRole("button", { name: "Kế hoạch quý IV.pdf" }).click();
  await expect(link(page, /quý IV/)).toHaveCount(2);

  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(page.getByText("Không có gì chưa lưu")).toBeVisible();
  await page.goto(`/quan-tri/tep/${address.split("/")[2]}`);
  await expect(page.getByRole("link", { name: "Bài có tệp đính kèm" })).toBeVisible();
  await expect(page.getByLabel("Địa chỉ của tệp")).toHaveValue(address);
});

test("a PDF that is dropped on the page, in the text or beside it, goes into the text and never away from the page", async ({
  page,
}) => {
  await begin(page, "Bài nhận tệp thả vào");
  expect(await drop(page, "#than-bai", "Biên bản 1.pdf", pdf("một", 3))).toBe(true);
  await expect(link(page, "Biên bản 1 (PDF, 3 KB)")).toBeVisible();
  expect(await drop(page, "h1", "Biên bản 2.pdf", pdf("hai", 4))).toBe(true);
  await expect(link(page, "Biên bản 2 (PDF, 4 KB)")).toBeVisible();
});

test("a link that leads nowhere waits on the dashboard with its article, its address and why", async ({ page }) => {
  await begin(page, "Bài có liên kết hỏng");
  await body(page).click();
  await page.keyboard.press("Control+A");
  await page.getByRole("button", { name: "Liên kết (Ctrl+K)" }).click();
  await page.getByRole("textbox", { name: "Địa chỉ liên kết" }).fill("/bai-viet/khong-co-bai-nay");
  await page.getByRole("button", { name: "Đặt liên kết" }).click();
  await page.getByRole("button", { name: "Đăng ngay, duyệt sau" }).click();
  await expect(page.getByText("Công chúng đang xem bản số 2")).toBeVisible();

  await page.goto("/quan-tri");
  const job = page.getByRole("region", { name: "Liên kết hỏng" }).getByRole("listitem");
  await expect(job).toContainText("/bai-viet/khong-co-bai-nay");
  await expect(job).toContainText("Trên trang này không có địa chỉ đó.");
  expect(await faultsOf(page)).toEqual([]);
  await job.getByRole("link", { name: "Sửa liên kết" }).click();
  await expect(page.getByLabel("Tên bài")).toHaveValue("Bài có liên kết hỏng");
});
