import { expect } from "@playwright/test";
import { faultsOf } from "#tests/e2e/axe.ts";
import { ADMIN_SESSION, readText, test } from "#tests/e2e/fixtures.ts";

test.use({ storageState: ADMIN_SESSION });

test("an editor writes, publishes, moves and takes down; readers see each step on the next request", async ({
  page,
  request,
}) => {
  const title = "Chi bộ 1 tổng kết công tác năm 2026";
  await request.get("/");
  await page.goto("/quan-tri/bai-viet/moi");
  await page.getByLabel("Tên bài").fill(title);
  await page.getByLabel("Tóm tắt").fill("Chi bộ 1 họp tổng kết công tác năm.");
  await page.getByLabel("Chuyên mục").selectOption({ label: "Xây dựng Đảng" });
  await page.getByRole("textbox", { name: "Nội dung bài" }).fill("Sáng ngày 24/11/2026, chi bộ đã họp tổng kết.");
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(page).toHaveURL(/\/quan-tri\/bai-viet\/\d+$/);
  await expect(page.getByText("Bản nháp · chưa đăng")).toBeVisible();
  expect((await request.get("/bai-viet/chi-bo-1-tong-ket-cong-tac-nam-2026")).status()).toBe(404);

  await page.getByRole("button", { name: "Đăng ngay, duyệt sau" }).click();
  await expect(page.getByText("Công chúng đang xem bản số 1")).toBeVisible();
  const published = await request.get("/bai-viet/chi-bo-1-tong-ket-cong-tac-nam-2026");
  expect(published.status()).toBe(200);
  expect(await published.text()).toContain("chi bộ đã họp tổng kết");
  expect(await readText(request, "/")).toContain(title);

  await page.getByLabel("Đường dẫn").fill("tong-ket-2026");
  await page.getByText("Báo người đọc về thay đổi", { exact: true }).click();
  await page.getByLabel("Lời báo thay đổi").fill("Địa chỉ bài ngắn hơn.");
  await page.getByRole("button", { name: "Đăng ngay, duyệt sau" }).click();
  await expect(page.getByText("Công chúng đang xem bản số 2")).toBeVisible();
  expect(await readText(request, "/bai-viet/tong-ket-2026")).toMatch(
    /Cập nhật \d\d\/\d\d\/\d{4}: Địa chỉ bài ngắn hơn/,
  );
  const told = async () => (await readText(request, "/rss.xml")).match(/\/bai-viet\/tong-ket-2026#\d+/g) ?? [];
  const [entry] = await told();
  expect(entry).toBeDefined(); // an entry of its own: feed readers show it again
  await page.getByLabel("Tóm tắt").fill("Chi bộ 1 tổng kết công tác cả năm.");
  await page.getByRole("button", { name: "Đăng ngay, duyệt sau" }).click();
  await expect(page.getByText("Công chúng đang xem bản số 3")).toBeVisible();
  expect((await readText(request, "/bai-viet/tong-ket-2026")).split("Địa chỉ bài ngắn hơn")).toHaveLength(2);
  expect(await told()).toEqual([entry]);
  const moved = await request.get("/bai-viet/chi-bo-1-tong-ket-cong-tac-nam-2026", { maxRedirects: 0 });
  expect([moved.status(), moved.headers()["location"]]).toEqual([308, "/bai-viet/tong-ket-2026"]);

  await page.getByText("Gỡ bài", { exact: true }).click();
  await page.getByLabel("Lý do gỡ").selectOption({ label: "Đăng nhầm" });
  await page.getByLabel("Lời nhắn cho người đọc").fill("Số liệu đang được kiểm tra lại.");
  await page.getByRole("button", { name: "Gỡ bài khỏi trang công khai" }).click();
  await expect(page.getByText("Đã gỡ · công chúng không thấy bài này")).toBeVisible();
  const gone = await request.get("/bai-viet/tong-ket-2026");
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain("Số liệu đang được kiểm tra lại.");
  expect(await readText(request, "/")).not.toContain(title);
});

test("what an editor is refused is said at the field, and nothing typed is lost", async ({ page }) => {
  await page.goto("/quan-tri/bai-viet/moi");
  await page.getByRole("textbox", { name: "Nội dung bài" }).fill("Chữ chưa có tên bài.");
  await page.getByRole("button", { name: "Đăng ngay, duyệt sau" }).click();

  await expect(page.getByLabel("Tên bài")).toHaveAccessibleDescription(/Lỗi/);
  await expect(page.getByRole("textbox", { name: "Nội dung bài" })).toHaveText("Chữ chưa có tên bài.");
  page.on("dialog", (dialog) => dialog.accept()); // "leave without saving?"
});

for (const path of [
  "",
  "/bai-viet/moi",
  "/bai-viet/1",
  "/tai-khoan",
  "/nguoi-dung",
  "/nhat-ky",
  "/tro-giup",
  "/khong-co",
])
  test(`the editors' page /quan-tri${path} has no fault that axe finds`, async ({ page }) => {
    await page.goto(`/quan-tri${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    expect(await faultsOf(page)).toEqual([]);
  });

test("a session ended on the server opens nothing any more", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: ADMIN_SESSION, baseURL: String(baseURL) });
  const page = await context.newPage();
  await page.goto("/quan-tri");
  await expect(page.getByRole("navigation", { name: "Khu vực biên tập" })).toBeVisible();
  await context.clearCookies();
  await page.goto("/quan-tri");
  await expect(page).toHaveURL(/\/quan-tri\/dang-nhap/);
  await context.close();
});
