import { expect, type Page } from "@playwright/test";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const body = (page: Page) => page.getByRole("textbox", { name: "Nội dung bài" });

/** Writes and saves an article; answers its address in the editors' area. */
export async function begin(page: Page, title: string) {
  await page.goto("/quan-tri/bai-viet/moi");
  await page.getByLabel("Tên bài").fill(title);
  await page.getByLabel("Tóm tắt").fill("Tóm tắt.");
  await page.getByLabel("Chuyên mục").selectOption({ label: "Xây dựng Đảng" });
  await body(page).fill("Đoạn đầu.");
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(page).toHaveURL(/\/quan-tri\/bai-viet\/\d+$/);
  await expect(page.getByText("Không có gì chưa lưu")).toBeVisible();
  await expect(body(page)).toHaveText("Đoạn đầu."); // script has the page now
  return page.url();
}

/** At the end of the text. */
export async function type(page: Page, text: string) {
  await body(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}

/** Drops a Word file on the page as from a folder beside the browser. */
export async function dropWord(page: Page, bytes: Buffer) {
  const data = await page.evaluateHandle(
    ([type, base64]) => {
      const file = new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], "bao-cao.docx", {
        type,
      });
      const transfer = new DataTransfer();
      transfer.items.add(file);
      return transfer;
    },
    [WORD, bytes.toString("base64")] as const,
  );
  await body(page).dispatchEvent("drop", { dataTransfer: data });
}

/** Keeps what is sent to these addresses on its way until it is released. */
export async function holdBack(page: Page, addresses: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(addresses, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}
