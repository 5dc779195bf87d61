import type { Page } from "@playwright/test";

export const POLLS = "/quan-tri/tham-do";

/** Fills in the form of a new poll that is open since long. */
export async function fillPoll(page: Page, question: string) {
  await page.goto(`${POLLS}/moi`);
  await page.getByLabel("Câu hỏi").fill(question);
  await page.getByLabel("Các ý để chọn").fill("Đồng ý\nKhông đồng ý\nÝ kiến khác");
  await page.getByLabel("Giờ mở").fill("2026-01-02T07:30:15");
  await page.getByLabel("Giờ đóng").fill("");
  await page.getByRole("radio", { name: "Chỉ ở chuyên mục" }).check();
  await page.getByRole("checkbox", { name: "Học tập và làm theo Bác" }).check();
}

export const send = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
