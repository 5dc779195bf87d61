import { type Browser, expect } from "@playwright/test";
import { isoSecond } from "#lib/time.ts";
import { faultsOf } from "#tests/e2e/axe.ts";
import { ADMIN_SESSION, command, readText, test } from "#tests/e2e/fixtures.ts";

const WRITER = { name: "Trần Thị Cúc", email: "cuc@dongthanh.example.vn", password: "lúa chín đầy đồng tháng mười" };

/** A second person at a machine of her own. */
async function signInAsWriter(browser: Browser, baseURL: string | undefined) {
  const { email, name, password } = WRITER;
  await command(["user:create", "--email", email, "--name", name, "--role", "contributor"], `${password}\n`);
  const context = await browser.newContext({ baseURL: String(baseURL), storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto("/quan-tri/dang-nhap");
  await page.getByLabel("Thư điện tử").fill(email);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Việc của tôi" })).toBeVisible();
  return page;
}

test.use({ storageState: ADMIN_SESSION });

test("written by one, returned with a sentence, submitted again, approved by another, and each sees only his moves", async ({
  browser,
  baseURL,
  page,
  request,
}) => {
  const writer = await signInAsWriter(browser, baseURL);
  await writer.goto("/quan-tri/bai-viet/moi");
  await expect(writer.getByRole("button", { name: "Đăng ngay, duyệt sau", exact: true })).toHaveCount(0);
  await writer.getByLabel("Tên bài").fill("Chi bộ 5 kết nạp đảng viên mới");
  await writer.getByLabel("Tóm tắt").fill("Chi bộ 5 kết nạp một đảng viên.");
  await writer.getByLabel("Chuyên mục").selectOption({ label: "Xây dựng Đảng" });
  await writer.getByRole("textbox", { name: "Nội dung bài" }).fill("Sáng ngày 24/11/2026, chi bộ đã họp kết nạp.");
  await writer.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(writer.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();

  await page.goto("/quan-tri/bai-viet?trang-thai=submitted");
  await page.getByRole("link", { name: "Chi bộ 5 kết nạp đảng viên mới" }).click();
  await expect(page.getByRole("button", { name: "Đăng ngay, duyệt sau", exact: true })).toHaveCount(0);
  await page.getByText("Trả lại", { exact: true }).click();
  await page.getByRole("button", { name: "Trả lại cho người viết" }).click();
  await expect(page.getByLabel("Cần sửa gì")).toHaveAccessibleDescription(/Lỗi: Hãy ghi cần sửa gì/);
  await page.getByLabel("Cần sửa gì").fill("Ghi thêm tên đảng viên mới.");
  await page.getByRole("button", { name: "Trả lại cho người viết" }).click();
  await expect(page.getByText("Bị trả lại · chưa đăng")).toBeVisible();
  await page.goto("/quan-tri/bai-viet?trang-thai=returned");
  expect(await faultsOf(page)).toEqual([]);
  await page.goBack();

  await writer.reload();
  await expect(writer.getByText("Ghi thêm tên đảng viên mới.")).toBeVisible();
  await writer.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(writer.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Duyệt và đăng" }).click();
  await expect(page.getByText("Công chúng đang xem bản số 1", { exact: true })).toBeVisible();
  expect(await readText(request, "/bai-viet/chi-bo-5-ket-nap-dang-vien-moi")).toContain("chi bộ đã họp kết nạp");

  await writer.reload(); // what readers see is no longer the writer's to change
  await expect(writer.getByText("hãy ghi vào ô “Góp ý của bạn” để người biên tập sửa")).toBeVisible();
  for (const name of ["Tên bài", "Tóm tắt", "Ngày bài", "Đường dẫn"])
    await expect(writer.getByLabel(name)).not.toBeEditable();
  await expect(writer.getByLabel("Chuyên mục")).toBeDisabled();
  await expect(writer.getByRole("textbox", { name: "Nội dung bài" })).toHaveAttribute("contenteditable", "false");
  await writer.getByLabel("Góp ý của bạn").fill("Xin sửa tên đảng viên mới.");
  await writer.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(writer.getByText("Đã gửi góp ý.")).toBeVisible();
  await writer.context().close();
});

test("published at its minute, also when nobody is there, and gone at its minute", async ({ page, request }) => {
  const address = "/bai-viet/thong-bao-lich-tiep-dan-thang-12";
  const inSeconds = (count: number) => new Date(Math.floor(Date.now() / 1000 + count) * 1000);
  /** How many seconds after its hour the address first answered so. */
  const lateness = async (status: number, hour: Date) => {
    const ask = async () => (await request.get(address)).status();
    await expect.poll(ask, { timeout: 40_000, intervals: [200] }).toBe(status);
    return (Date.now() - hour.getTime()) / 1000;
  };
  await page.goto("/quan-tri/bai-viet/moi");
  await page.getByLabel("Tên bài").fill("Thông báo lịch tiếp dân tháng 12");
  await page.getByLabel("Tóm tắt").fill("Lịch tiếp dân của Đảng ủy phường.");
  await page.getByLabel("Chuyên mục").selectOption({ label: "Xây dựng Đảng" });
  await page.getByRole("textbox", { name: "Nội dung bài" }).fill("Đảng ủy phường tiếp dân vào thứ năm hằng tuần.");
  await page.getByText("Hẹn giờ", { exact: true }).click();
  await page.getByLabel("Giờ đăng").evaluate((input: HTMLInputElement) => input.setAttribute("step", "1"));
  const appears = inSeconds(20);
  await page.getByLabel("Giờ đăng").fill(isoSecond(appears));
  await page.getByRole("button", { name: "Hẹn giờ đăng, duyệt sau" }).click();
  await expect(page.getByText(/Chưa đăng · hẹn đăng lúc/)).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
  expect(await lateness(200, appears)).toBeLessThan(5);
  expect(Date.now()).toBeGreaterThanOrEqual(appears.getTime());

  await page.reload();
  await expect(page.getByText("Công chúng đang xem bản số 1 · bản này chưa ai duyệt")).toBeVisible();
  await page.getByText("Hẹn giờ", { exact: true }).click();
  await page.getByLabel("Giờ gỡ").evaluate((input: HTMLInputElement) => input.setAttribute("step", "1"));
  const goes = inSeconds(10);
  await page.getByLabel("Giờ gỡ").fill(isoSecond(goes));
  await page.getByRole("button", { name: "Lưu giờ gỡ" }).click();
  await expect(page.getByText(/hẹn gỡ lúc/)).toBeVisible();
  expect(await lateness(410, goes)).toBeLessThan(5);
  expect(await readText(request, address)).toContain("Nội dung đã hết hiệu lực.");
});
