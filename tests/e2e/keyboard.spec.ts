import { expect, type Locator, type Page } from "@playwright/test";
import { readText, test } from "#tests/e2e/fixtures.ts";
import { addPerson, openElsewhere, PASSWORD } from "#tests/e2e/people.ts";
import { begin, body, type } from "#tests/e2e/writing.ts";
import { picture } from "#tests/support/files.ts";
import { reportInWord } from "#tests/support/story.ts";

/** More than any page has stops. */
const MOST = 200;

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Whether somebody who looks sees where the focus is. */
const isSeen = (target: Locator) =>
  target.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return element.matches(":focus-visible") && outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });

/** As whoever has no mouse gets there. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  await target.waitFor();
  for (let pressed = 0; pressed < MOST; pressed++) {
    await page.keyboard.press(key);
    if (await hasFocus(target)) return expect(await isSeen(target), `focus on ${target} is seen`).toBe(true);
  }
  throw new Error(`No number of tabs leads to ${target}`);
}

async function press(page: Page, target: Locator, key = "Enter") {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** A list that opens at its letter. */
async function choose(page: Page, label: string, letter: string, option: string) {
  await press(page, page.getByLabel(label), letter);
  await expect(page.getByLabel(label).locator("option:checked")).toHaveText(option);
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first();
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first();

async function enter(page: Page, email: string) {
  await tabTo(page, page.getByLabel("Thư điện tử"));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel("Mật khẩu"));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Việc của tôi" })).toBeVisible();
}

test("a report comes from a Word file to readers, and goes again, under a publisher's keys alone", async ({
  browser,
  request,
}) => {
  const title = "Chi bộ khu phố 3 sinh hoạt chuyên đề quý IV";
  const address = "/bai-viet/chi-bo-khu-pho-3-sinh-hoat-chuyen-de-quy-iv";
  await addPerson({ name: "Lý Thị Na", email: "na.phim@p.example.vn", role: "publisher" });
  const page = await openElsewhere(browser);
  await enter(page, "na.phim@p.example.vn");
  await press(page, link(page, "Viết bài mới"));
  const chooser = page.waitForEvent("filechooser");
  await press(page, button(page, "Đưa tệp Word lên"));
  const file = { name: "bao-cao.docx", mimeType: "application/octet-stream", buffer: await reportInWord(title) };
  await (await chooser).setFiles(file);
  await press(page, button(page, "Dùng nội dung này"));
  await expect(page.getByLabel("Tên bài")).toHaveValue(title);
  await choose(page, "Chuyên mục", "x", "Xây dựng Đảng");
  await press(page, button(page, "Tới chỗ này"));
  await page.keyboard.type("Chi bộ khu phố 3 họp, thống nhất nhiệm vụ quý tới.");
  await press(page, button(page, "Sửa giúp"));
  await expect(page.getByText("trông như đề mục")).toHaveCount(0);
  await tabTo(page, page.getByLabel("Vì sao vẫn đăng"));
  await page.keyboard.type("Số điện thoại của văn phòng Đảng ủy.");
  await press(page, button(page, "Đăng ngay, duyệt sau"));
  await expect(page.getByText("Công chúng đang xem bản số 1")).toBeVisible();
  expect(await readText(request, address)).toContain("II. NHIỆM VỤ");

  await press(page, page.getByText("Gỡ bài", { exact: true }));
  await choose(page, "Lý do gỡ", "h", "Hết hiệu lực");
  await press(page, button(page, "Gỡ bài khỏi trang công khai"));
  await expect(page.getByText(/^Đã gỡ bài/)).toBeVisible();
  expect((await request.get(address)).status()).toBe(410);
  await page.context().close();
});

test("a text is written, marked up, saved and submitted by keys alone, and none of them holds whoever types", async ({
  browser,
}) => {
  await addPerson({ name: "Mai Thị Vải", email: "vai.phim@p.example.vn", role: "editor" });
  const page = await openElsewhere(browser);
  await enter(page, "vai.phim@p.example.vn");
  await press(page, link(page, "Viết bài mới"));
  await tabTo(page, page.getByLabel("Tên bài"));
  await page.keyboard.type("Bài gõ không dùng chuột");
  await tabTo(page, page.getByLabel("Tóm tắt"));
  await page.keyboard.type("Cả bài làm bằng bàn phím.");
  await choose(page, "Chuyên mục", "x", "Xây dựng Đảng");
  await tabTo(page, body(page), "Shift+Tab");
  await page.keyboard.type("Việc đã làm");
  await page.keyboard.press("Control+Alt+2");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Shift+8");
  await page.keyboard.type("Họp chi bộ");
  await tabTo(page, button(page, "Lưu nháp"));
  await tabTo(page, body(page), "Shift+Tab");
  await expect(body(page).getByRole("heading", { level: 2 })).toHaveText("Việc đã làm");
  await expect(body(page).getByRole("listitem")).toHaveText("Họp chi bộ");
  await press(page, button(page, "Gửi duyệt"));
  await expect(page.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();
  await page.context().close();
});

test("lists, history and files are worked with keys alone", async ({ browser }) => {
  await addPerson({ name: "Tạ Thị Ổi", email: "oi.phim@p.example.vn", role: "editor" });
  const page = await openElsewhere(browser);
  await enter(page, "oi.phim@p.example.vn");
  await begin(page, "Bài tìm bằng phím");
  await type(page, " Thêm câu này.");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Bản số 2")).toBeVisible();

  await press(page, link(page, "Lịch sử: so sánh, lấy lại bản cũ"));
  await press(page, link(page, "Xem để lấy lại bản số 1"));
  await press(page, button(page, "Lấy lại bản số 1"));
  await expect(page.getByText("Đã lấy lại bản số 1 thành bản số 3")).toBeVisible();

  await press(page, link(page, "Bài viết"));
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("tim bang phim");
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("checkbox", { name: /^Chọn bài/ }), "Space");
  await choose(page, "Việc cần làm", "g", "Gửi duyệt");
  await press(page, button(page, "Làm cho các bài đã chọn"));
  await expect(page.getByText("1 bài đã gửi duyệt")).toBeVisible();

  await press(page, link(page, "Tệp và ảnh"));
  const chooser = page.waitForEvent("filechooser");
  await press(page, page.getByLabel("Đưa tệp lên"));
  await (await chooser).setFiles({
    name: "Anh bang phim.jpg",
    mimeType: "image/jpeg",
    buffer: await picture(640, 420).jpeg().toBuffer(),
  });
  await press(page, link(page, "Anh bang phim.jpg"));
  await expect(page.getByLabel("Mô tả ảnh")).toBeVisible();
  await page.context().close();
});
