import { expect } from "@playwright/test";
import { ADMIN, ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { signInAs } from "#tests/e2e/people.ts";
import { begin, body, type } from "#tests/e2e/writing.ts";
import { picture } from "#tests/support/files.ts";

test.use({ storageState: ADMIN_SESSION });

test("what is typed is saved at each pause, and found again after a closed tab", async ({ page, context }) => {
  const address = await begin(page, "Bài tự lưu");
  await type(page, " Chữ mới gõ.");
  await expect(page.getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible();
  await page.close();

  const again = await context.newPage();
  await again.goto(address);
  await expect(body(again)).toHaveText("Đoạn đầu.");
  await again.getByText("Xem khác gì với bản đang mở").click();
  await expect(again.getByText("Đoạn đầu. Chữ mới gõ.")).toBeVisible();
  await again.getByRole("button", { name: "Lấy lại chữ này" }).click();
  await expect(body(again)).toHaveText("Đoạn đầu. Chữ mới gõ.");
  await again.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(again.getByText("Bản số 2")).toBeVisible();
  await again.reload();
  await expect(body(again)).toHaveText("Đoạn đầu. Chữ mới gõ.");
  await expect(again.getByText("Lần trước bạn còn chữ")).toBeHidden();
});

test("nothing is lost to a broken connection or an ended session", async ({ page, context }) => {
  await begin(page, "Bài lúc mất mạng");
  await page.route("**/ban-dang-sua", (route) => route.abort());
  await type(page, " Gõ lúc mất mạng.");
  await expect(page.getByText("Chưa lưu được: mất kết nối")).toBeVisible();
  await page.unroute("**/ban-dang-sua");
  await page.getByRole("button", { name: "Thử lại" }).click();
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();

  await context.clearCookies();
  await type(page, " Gõ lúc hết phiên.");
  const dialog = page.getByRole("dialog", { name: "Hãy đăng nhập lại" });
  await dialog.getByLabel("Thư điện tử").fill(ADMIN.email);
  await dialog.getByLabel("Mật khẩu").fill(ADMIN.password);
  await dialog.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();
  await expect(body(page)).toHaveText("Đoạn đầu. Gõ lúc mất mạng. Gõ lúc hết phiên.");
});

test("who is second to save is told, compares, and keeps his own as an article", async ({ page, browser }) => {
  const address = await begin(page, "Bài hai người sửa");
  const other = await signInAs(browser, { name: "Trần Thị Sau", email: "sau@p.example.vn", role: "editor" });
  await other.goto(address);
  await expect(body(other)).toHaveText("Đoạn đầu.");
  await type(page, " Của người một.");
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(page.getByText("Bản số 2")).toBeVisible();

  const refused = other.waitForResponse("**/ban-dang-sua");
  await type(other, " Của người hai.");
  expect((await refused).status()).toBe(409);
  const dialog = other.getByRole("dialog", { name: "Bài này vừa được người khác lưu" });
  await expect(dialog.getByRole("button", { name: `Lấy bản của ${ADMIN.name}` })).toBeVisible();
  await dialog.getByRole("button", { name: "So sánh hai bản" }).click();
  await expect(dialog.locator("ins")).toHaveText("hai.");
  await expect(dialog.locator("del")).toHaveText("một.");
  await dialog.getByRole("button", { name: "Giữ bản của tôi thành bài riêng" }).click();
  await expect(other).not.toHaveURL(address);
  await expect(other.getByLabel("Tên bài")).toHaveValue("Bài hai người sửa (bản của tôi)");
  await expect(body(other)).toHaveText("Đoạn đầu. Của người hai.");
  await other.context().close();
});

test("a draft is shown to somebody without an account until the link is revoked, and taken as a Word file", async ({
  page,
  browser,
  baseURL,
}) => {
  await begin(page, "Bản nháp cho xem thử");
  await page.getByText("Gửi cho người không có tài khoản").click();
  await page.getByRole("button", { name: "Tạo đường dẫn xem thử" }).click();
  const link = await page.getByLabel("Chép đường dẫn này gửi đi").inputValue();
  const stranger = await browser.newContext({ baseURL: baseURL ?? "" });
  const answer = await stranger.request.get(link);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "x-robots-tag": "noindex, nofollow",
    "cache-control": "private, no-store",
  });
  expect(await answer.text()).toContain("Đoạn đầu.");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải tệp Word" }).click();
  expect((await download).suggestedFilename()).toMatch(/^ban-nhap-cho-xem-thu.*\.docx$/);

  await page.getByRole("button", { name: "Hủy mọi đường dẫn" }).click();
  await expect(page.getByText("Đã hủy 1 đường dẫn")).toBeVisible();
  expect((await stranger.request.get(link)).status()).toBe(404);
  await stranger.close();
});

test("a picture from the clipboard asks what it shows; one of Word's own disk is told the way in", async ({
  browser,
}) => {
  const page = await signInAs(browser, { name: "Lý Thị Ảnh", email: "anh@p.example.vn", role: "editor" });
  await page.goto("/quan-tri/bai-viet/moi");
  await body(page).click();
  const png = (await picture(300, 200).png().toBuffer()).toString("base64");
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "anh.png", { type: "image/png" }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, png);
  const dialog = page.getByRole("dialog", { name: "Ảnh này chụp gì?" });
  await dialog.getByLabel("Lời mô tả").fill("Đồng chí Bí thư phát biểu");
  await dialog.getByLabel("Chú thích dưới ảnh").fill("Ảnh: Ban Biên tập");
  await dialog.getByRole("button", { name: "Xong" }).click();
  await expect(body(page).getByRole("img", { name: "Đồng chí Bí thư phát biểu" })).toBeVisible();
  await expect(body(page).locator("figcaption")).toHaveText("Ảnh: Ban Biên tập");

  await page.evaluate((base64) => {
    const clipboardData = new DataTransfer();
    const pictures = `<img src="file:///C:/anh.png"><img src="data:image/png;base64,${base64}" alt="Trong bài">`;
    clipboardData.setData(
      "text/html",
      `<p>Đoạn trước</p><p class="MsoNormal" style="text-align:center"><span style="font-weight:bold">Chữ dán vào</span> ${pictures}</p>`,
    );
    clipboardData.setData("text/plain", "Chữ dán vào");
    const text = document.querySelector("#than-bai");
    text?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, png);
  await expect(page.getByText("ảnh không đi theo khi dán từ Word")).toBeVisible();
  await expect(body(page).locator("p.giua strong")).toHaveText("Chữ dán vào");
  await expect(body(page).locator('img[src^="/tep/"]')).toHaveCount(2);
  await expect(body(page).locator('img[src^="data:"]')).toHaveCount(0);
  await page.context().close();
});

test("the preview shows the public page at the width of a phone and of a desktop, as it is being typed", async ({
  browser,
}) => {
  const page = await signInAs(browser, { name: "Lý Thị Xem", email: "xem@p.example.vn", role: "editor" });
  await page.goto("/quan-tri/bai-viet/moi");
  await page.getByLabel("Tên bài").fill("Bài xem trước");
  await body(page).fill("Đoạn đầu.");
  await page.getByRole("button", { name: "Xem trước" }).click();
  const shown = page.frameLocator('iframe[title="Trang bài viết"]');
  await expect(shown.getByRole("heading", { level: 1 })).toHaveText("Bài xem trước");
  await type(page, " Gõ thêm.");
  await expect(shown.getByText("Đoạn đầu. Gõ thêm.")).toBeVisible();
  const width = () => shown.locator("html").evaluate((root) => root.clientWidth);
  expect(await width()).toBeLessThan(450);
  await page.getByRole("button", { name: "Máy tính" }).click();
  await expect.poll(width).toBe(1280);
  await page.context().close();
});
