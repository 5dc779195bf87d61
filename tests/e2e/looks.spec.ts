import { expect, type Page } from "@playwright/test";
import { faultsOf } from "#tests/e2e/axe.ts";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { begin, body } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

const LONG = Array.from({ length: 40 }, (_, at) => `Đoạn thứ ${at + 1} của một bài dài.`).join("\n");

/** Narrower than this, what stands beside a name is one letter a line. */
const NARROWEST = 150;

async function widthsOf(page: Page, selector: string) {
  return page.locator(selector).evaluateAll((found) => found.map((one) => one.getBoundingClientRect().width));
}

test("the help on keys is read from its heading on, at every width, and has no fault that axe finds", async ({
  page,
}) => {
  await page.goto("/quan-tri/bai-viet/1");
  await expect(page.getByRole("toolbar")).toBeVisible();
  for (const width of [320, 700, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    await page.getByRole("button", { name: "Phím tắt (?)" }).click();
    await expect(page.getByRole("heading", { name: "Phím tắt" })).toBeFocused();
    await expect(page.getByRole("heading", { name: "Phím tắt" })).toBeInViewport();
    expect(Math.min(...(await widthsOf(page, "dialog[open] dd")))).toBeGreaterThan(NARROWEST);
    await page.getByRole("button", { name: "Đóng", exact: true }).click();
  }
  await page.getByRole("button", { name: "Phím tắt (?)" }).click();
  expect(await faultsOf(page)).toEqual([]);
});

test("state and toolbar stay in sight over a long text, and what is gone to comes to stand below them", async ({
  page,
}) => {
  await begin(page, "Bài dài để cuộn");
  await page.getByRole("textbox", { name: "Nội dung bài" }).fill(LONG);
  await page.mouse.move(400, 600);
  await page.mouse.wheel(0, 1200);
  const state = page.locator(".state");
  await expect(state).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("toolbar")).toBeInViewport({ ratio: 1 });
  const bottom = async (part: typeof state) => {
    const box = await part.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  const toolbar = await page.getByRole("toolbar").boundingBox();
  expect(toolbar?.y).toBeGreaterThanOrEqual((await bottom(state)) - 1);
  await expect(state.getByRole("button").first()).toHaveText("Lưu nháp");
  await expect(state.getByRole("button").last()).toHaveText("Lưu trữ");
});

test("on a phone the menu is folded and the toolbar takes one line", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/quan-tri/bai-viet/1");
  const toolbar = page.getByRole("toolbar");
  await expect(toolbar).toBeVisible();
  expect((await toolbar.boundingBox())?.height).toBeLessThan(80);
  const menu = page.getByRole("navigation", { name: "Khu vực biên tập" });
  await expect(menu.getByRole("link", { name: "Tệp và ảnh" })).toBeHidden();
  await menu.getByText("Danh mục").click();
  await menu.getByRole("link", { name: "Tệp và ảnh" }).click();
  await expect(page).toHaveURL("/quan-tri/tep");
  await page.setViewportSize({ width: 1280, height: 740 });
  await expect(menu.getByRole("link", { name: "Trợ giúp" })).toBeVisible();
});

test("what was given back is legible in the dark as well", async ({ page }) => {
  await begin(page, "Bài bị trả lại");
  await page.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(page.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();
  await page.getByText("Trả lại", { exact: true }).click();
  await page.getByLabel("Cần sửa gì").fill("Ghi ngày.");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Trả lại cho người viết" }).click();
  await expect(page.getByText("Bị trả lại · chưa đăng")).toBeVisible();
  await page.goto("/quan-tri/bai-viet?trang-thai=returned");
  await expect(page.locator(".tag", { hasText: "Bị trả lại" }).first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test("what cannot be done now says why; a title in capitals is offered as one would read it", async ({ page }) => {
  await page.goto("/quan-tri/bai-viet/1");
  await expect(page.getByRole("button", { name: "Lưu trữ" })).toHaveAccessibleDescription(/Hãy gỡ bài trước/);
  await expect(page.getByText(/^1\.\d{3} chữ$/)).toBeVisible();

  await page.goto("/quan-tri/bai-viet/moi");
  await page.getByLabel("Tên bài").fill("ĐẢNG ỦY PHƯỜNG TỔNG KẾT NĂM 2026");
  await page.getByRole("button", { name: "Dùng gợi ý" }).click();
  await expect(page.getByLabel("Tên bài")).toHaveValue("Đảng ủy phường tổng kết năm 2026");
  await expect(page.getByRole("button", { name: "Dùng gợi ý" })).toHaveCount(0);
  await page.getByLabel("Chuyên mục").selectOption({ label: "Xây dựng Đảng" });
  await body(page).fill("Hai chữ");
  await expect(page.getByText("2 chữ", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(page).toHaveURL(/\/quan-tri\/bai-viet\/\d+$/);

  const publish = page.getByRole("button", { name: "Đăng ngay, duyệt sau" });
  await expect(publish).toHaveAccessibleDescription("Còn 1 việc phải sửa trước khi đăng");
  await publish.click({ force: true }); // it says by ARIA that it is off
  await expect(page.getByRole("heading", { name: "Trước khi đăng" })).toBeInViewport();
  await expect(page.getByText("Bản nháp · chưa đăng")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel("Tóm tắt").fill("Tổng kết năm.");
  await expect(publish).not.toHaveAttribute("aria-disabled");
  await publish.click();
  await expect(page.getByText("Công chúng đang xem bản số 2")).toBeVisible();
});
