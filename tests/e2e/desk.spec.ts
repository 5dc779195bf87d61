import { expect } from "@playwright/test";
import { faultsOf } from "#tests/e2e/axe.ts";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { begin, body } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

for (const javaScriptEnabled of [true, false])
  test(`many articles are moved at once, ${javaScriptEnabled ? "with" : "without"} script, and of each that stays it is said why`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const name = javaScriptEnabled ? "Thuyền" : "Bè";
    for (const number of [1, 2]) await begin(page, `${name} số ${number}`);
    await begin(page, `${name} đang đăng`);
    await page.getByRole("button", { name: "Đăng ngay, duyệt sau" }).click();
    await expect(page.getByText("Công chúng đang xem bản số 1")).toBeVisible();

    const context = await browser.newContext({
      baseURL: baseURL ?? "",
      storageState: ADMIN_SESSION,
      javaScriptEnabled,
    });
    const list = await context.newPage();
    await list.goto(`/quan-tri/bai-viet?q=${name}`);
    const row = (title: string) => list.getByRole("listitem").filter({ hasText: title });
    await expect(row(`${name} số 1`)).toContainText("Chưa đăng");
    await expect(row(`${name} số 1`)).toContainText("Bản nháp");
    await expect(row(`${name} đang đăng`)).toContainText("Đang đăng bản số 1");
    await expect(row(`${name} đang đăng`)).toContainText("Không có thay đổi chưa đăng");

    await list.getByRole("button", { name: "Làm cho các bài đã chọn" }).click();
    await expect(list.getByText("Lỗi:").first()).toBeVisible();
    await list.getByRole("checkbox", { name: "Chọn tất cả trên trang này" }).check();
    await expect(list.getByRole("checkbox", { name: `Chọn bài ${name} số 1` })).toBeChecked({
      checked: javaScriptEnabled,
    });
    await list.getByLabel("Việc cần làm").selectOption({ label: "Đưa vào lưu trữ" });
    await list.getByRole("button", { name: "Làm cho các bài đã chọn" }).click();

    await expect(list.getByText("2 bài đã đưa vào lưu trữ. 1 bài không:")).toBeVisible();
    await expect(list.getByText(`“${name} đang đăng”: Bài đang đăng.`)).toBeVisible();
    await expect(list.getByRole("listitem").filter({ hasText: name })).toHaveCount(1);

    await list.goto(`/quan-tri/bai-viet?q=${name}&trang-thai=archived`);
    await expect(list.getByRole("listitem").filter({ hasText: "Lưu trữ" })).toHaveCount(2);
    await list.getByRole("checkbox", { name: `Chọn bài ${name} số 2` }).check();
    await list.getByLabel("Việc cần làm").selectOption({ label: "Đưa ra khỏi lưu trữ" });
    await list.getByRole("button", { name: "Làm cho các bài đã chọn" }).click();
    await expect(list.getByText("1 bài đã đưa ra khỏi lưu trữ.")).toBeVisible();
    await context.close();
  });

test("articles move to another category together, and the list finds them by it", async ({ page }) => {
  await begin(page, "Lịch trực tết 1");
  await begin(page, "Lịch trực tết 2");
  await page.goto("/quan-tri/bai-viet?q=lich+truc+tet");
  await expect(page.getByLabel("Chuyển tới chuyên mục")).toBeHidden();
  await page.getByLabel("Việc cần làm").selectOption({ label: "Chuyển chuyên mục" });
  await page.getByLabel("Chuyển tới chuyên mục").selectOption({ index: 2 });
  const category = await page.getByLabel("Chuyển tới chuyên mục").locator("option:checked").textContent();
  await page.getByRole("checkbox", { name: "Chọn tất cả trên trang này" }).check();
  await page.getByRole("button", { name: "Làm cho các bài đã chọn" }).click();
  await expect(page.getByText(/^2 bài đã chuyển chuyên mục/)).toBeVisible();

  await page.getByText("Lọc thêm").click();
  await page.getByLabel("Chuyên mục", { exact: true }).selectOption({ label: String(category) });
  await page.getByLabel("Người viết").selectOption({ label: "Nguyễn Văn An" });
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Lịch trực tết" })).toHaveCount(2);
  expect(await faultsOf(page)).toEqual([]);

  await page.getByLabel("Việc cần làm").selectOption({ label: "Đưa vào lưu trữ" });
  await page.getByRole("checkbox", { name: "Chọn tất cả trên trang này" }).check();
  await page.getByRole("button", { name: "Làm cho các bài đã chọn" }).click();
  await expect(page.getByText("2 bài đã đưa vào lưu trữ.")).toBeVisible(); // though the list is empty now
  await expect(page.getByText("Không có bài nào như vậy.")).toBeVisible();
  await expect(page.getByLabel("Việc cần làm")).toBeHidden();
});

test("a text that was never saved waits on the dashboard, each of several, and is offered where it is gone on with", async ({
  page,
}) => {
  for (const title of ["Bài viết dở buổi sáng", "Bài viết dở buổi chiều"]) {
    await page.goto("/quan-tri/bai-viet/moi");
    await page.getByLabel("Tên bài").fill(title);
    await body(page).fill(`Nội dung của ${title}.`);
    await expect(page.getByText(/Đã lưu \d\d:\d\d/)).toBeVisible();
  }
  await page.goto("/quan-tri");
  await expect(page.getByRole("heading", { level: 1, name: "Việc của tôi" })).toBeVisible();
  const drafts = page.getByRole("region", { name: /Bản nháp của bạn/ });
  await expect(drafts.getByRole("listitem").filter({ hasText: "Bài viết dở" })).toHaveCount(2);
  await drafts.getByRole("link", { name: /^Viết tiếp.*buổi sáng/ }).click();
  await page.getByRole("button", { name: "Lấy lại chữ này" }).click();
  await expect(page.getByLabel("Tên bài")).toHaveValue("Bài viết dở buổi sáng");
  await expect(body(page)).toHaveText("Nội dung của Bài viết dở buổi sáng.");
});
