import { expect } from "@playwright/test";
import { faultsOf } from "#tests/e2e/axe.ts";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { fillPoll, POLLS, send } from "#tests/e2e/polls.ts";
import { fillIn, vote } from "#tests/e2e/voting.ts";

test.use({ storageState: ADMIN_SESSION });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a poll is made, refused with what was typed, edited, voted on, frozen, corrected and closed", async ({
      page,
      browser,
    }) => {
      const name = `Đường mới có tốt không ${javaScriptEnabled ? 1 : 2}`;
      const slug = `duong-moi-co-tot-khong-${javaScriptEnabled ? 1 : 2}`;
      await fillPoll(page, name);
      await page.getByLabel("Mỗi phiếu chọn nhiều nhất mấy ý").fill("7");
      await page.getByRole("checkbox", { name: "Xây dựng Đảng" }).check();
      await send(page, "Lập cuộc thăm dò");
      await expect(page.getByLabel("Mỗi phiếu chọn nhiều nhất mấy ý")).toHaveAccessibleDescription(/Nhiều hơn số ý/);
      await expect(page.getByLabel("Các ý để chọn")).toHaveValue("Đồng ý\nKhông đồng ý\nÝ kiến khác");
      await expect(page.getByLabel("Giờ mở")).toHaveValue("2026-01-02T07:30:15");
      await expect(page.getByRole("checkbox", { name: "Xây dựng Đảng" })).toBeChecked();

      await page.getByLabel("Mỗi phiếu chọn nhiều nhất mấy ý").fill("1");
      await send(page, "Lập cuộc thăm dò");
      await expect(page.getByText("Đã lập cuộc thăm dò.", { exact: true })).toBeVisible();
      const own = page.url();
      await page.getByLabel("Các ý để chọn").fill("Không đồng ý\nĐồng ý");
      await page.getByRole("radio", { name: "Luôn hiện" }).check();
      await send(page, "Lưu");
      await expect(page.getByText("Đã lưu. Việc này đã ghi")).toBeVisible();
      await expect(page.getByRole("radio", { name: "Luôn hiện" })).toBeChecked();

      await page.goto("/chuyen-muc/xay-dung-dang");
      const here = page.getByRole("region", { name: "Thăm dò ý kiến" });
      await expect(here.getByRole("link", { name })).toBeVisible();
      await page.goto(`/tham-do/${slug}`);
      await vote(page, "Đồng ý");
      await expect(page.getByText("Cảm ơn bạn đã gửi ý kiến")).toBeVisible();
      await expect(page.getByText("Sửa cuộc thăm dò. Đã đổi các ý.")).toBeVisible();
      const late = await (await browser.newContext()).newPage();
      await late.goto(`/tham-do/${slug}`);
      await fillIn(late, "Đồng ý");
      await page.goto(own);
      await expect(page.getByLabel("Câu hỏi")).toHaveCount(0);
      await page.getByRole("link", { name: "lập cuộc thay thế" }).click();
      await page.getByLabel("Lý do thay thế").fill("Câu hỏi chưa rõ");
      await page.getByLabel("Câu hỏi").fill(`${name}, bản sửa`);
      await send(page, "Đóng cuộc này và lập cuộc mới");
      await expect(page.getByText("Đã lập cuộc thay thế")).toBeVisible();

      await late.getByRole("button", { name: "Gửi ý kiến" }).click();
      await expect(late.getByText("Phiếu của bạn chưa được đếm")).toBeVisible();
      const feed = await (await page.request.get(`/tham-do/${slug}/rss.xml`)).text();
      expect(feed).toContain(`<title>Niêm phong kết quả thăm dò: ${name}</title>`);
      await page.goto(`/tham-do/${slug}`);
      await expect(page.getByText("Câu hỏi này đã được thay bằng")).toBeVisible();
      await page.getByRole("link", { name: `${name}, bản sửa` }).click();
      await expect(page.getByText("Câu hỏi này sửa lại từ")).toBeVisible();
      await page.goto(POLLS);
      await page.getByRole("link", { name: `${name}, bản sửa` }).click();
      await send(page, "Đóng ngay");
      await expect(page.getByLabel("Lý do đóng")).toHaveAccessibleDescription(/Hãy ghi lý do/);
      await page.getByLabel("Lý do đóng").fill("Hết thời gian");
      await send(page, "Đóng ngay");
      await expect(page.getByText("Đã đóng và niêm phong.")).toBeVisible();
      await expect(page.getByText("Đóng cuộc thăm dò. Lý do: Hết thời gian")).toBeVisible();
    });
  });
}

test("the polls' pages have no fault that axe finds, and nothing wider than the screen", async ({ page }) => {
  await fillPoll(page, "Giờ họp nào tiện?");
  await page.getByRole("radio", { name: "Theo chi bộ" }).check();
  await send(page, "Lập cuộc thăm dò");
  await expect(page.getByText("Đã lập cuộc thăm dò.", { exact: true })).toBeVisible();
  const own = new URL(page.url()).pathname;
  const pages = ["", "/thay-the", "/phieu", "/y-kien", "/bat-thuong"].map((path) => `${own}${path}`);
  for (const path of [POLLS, `${POLLS}/moi`, ...pages]) {
    await page.goto(path);
    expect(await faultsOf(page), path).toEqual([]);
  }
});
