import { expect } from "@playwright/test";
import { faultsOf } from "#tests/e2e/axe.ts";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { holdBack } from "#tests/e2e/writing.ts";
import { picture, wordFile } from "#tests/support/files.ts";

const UPLOAD = "/quan-tri/tep/tai-len";
const part = (name: string, buffer: Buffer) => ({ tep: { name, mimeType: "application/octet-stream", buffer } });

test("nobody uploads without signing in, and no other site does for an editor", async ({ request, baseURL }) => {
  const multipart = part("a.png", await picture(20, 20).png().toBuffer());
  expect((await request.post(UPLOAD, { multipart })).status()).toBe(401);
  const foreign = await request.post(UPLOAD, {
    multipart,
    headers: { origin: "https://la.example", host: new URL(baseURL ?? "").host },
  });
  expect(foreign.status()).toBe(403);
});

test.describe("an editor", () => {
  test.use({ storageState: ADMIN_SESSION });

  test("uploads many at once, describes, replaces and deletes; readers get pictures that can run nothing", async ({
    page,
    request,
  }) => {
    await page.goto("/quan-tri/tep");
    const release = await holdBack(page, `**${UPLOAD}`);
    await page.getByLabel("Đưa tệp lên").setInputFiles([
      { name: "Họp chi bộ.jpg", mimeType: "image/jpeg", buffer: await picture(1200, 800).jpeg().toBuffer() },
      { name: "Kế hoạch 28.docx", mimeType: "application/x", buffer: wordFile("<w:document>e2e</w:document>") },
    ]);
    await expect(page.getByRole("progressbar", { name: "Đang đưa lên Họp chi bộ.jpg" })).toBeVisible();
    release();
    await expect(page.getByText("Đã đưa lên.")).toHaveCount(2);

    await page.getByRole("link", { name: "Họp chi bộ.jpg" }).first().click();
    await page.getByLabel("Mô tả ảnh").fill("Đảng viên Chi bộ 1 thảo luận");
    await page.getByLabel("Từ trái sang phải").fill("0.25");
    await page.getByRole("button", { name: "Lưu thông tin" }).click();
    await expect(page.getByText("Đã lưu thông tin của tệp.")).toBeVisible();

    const address = (await page.getByRole("link", { name: "Mở tệp" }).getAttribute("href")) ?? "";
    const served = await request.get(address);
    expect(served.status()).toBe(200);
    expect(served.headers()).toMatchObject({ "content-type": "image/webp", "x-content-type-options": "nosniff" });
    expect(served.headers()["content-security-policy"]).toContain("sandbox");
    expect(served.headers()["cache-control"]).toContain("immutable");
    expect((await request.get(address.replace(".webp", ".html"))).status()).toBe(404);

    await page.getByLabel("Chọn tệp thay vào").setInputFiles({
      name: "b.jpg",
      mimeType: "image/jpeg",
      buffer: await picture(1000, 500).jpeg().toBuffer(),
    });
    await expect(page.getByText("1000 × 500 điểm ảnh")).toBeVisible();
    expect((await request.get(address)).headers()["cache-control"]).not.toContain("immutable");

    await page.getByText("Xóa tệp", { exact: true }).click();
    await page.getByRole("button", { name: "Xóa hẳn tệp này" }).click();
    await expect(page).toHaveURL("/quan-tri/tep");
    expect((await request.get(address)).status()).toBe(404);
  });

  test("is told the way out when a file is refused", async ({ request }) => {
    const answer = await request.post(UPLOAD, {
      multipart: part("hình.svg", Buffer.from("<svg onload=alert(1)></svg>")),
    });
    expect([answer.status(), (await answer.json()).error]).toEqual([
      422,
      expect.stringContaining("Hãy lưu ảnh thành PNG"),
    ]);
  });

  test("is told what is too large, before all of it has arrived", async ({ request }) => {
    const answer = await request.post(UPLOAD, { multipart: part("to.jpg", Buffer.alloc(25 * 1024 * 1024 + 100_000)) });
    expect([413, 422]).toContain(answer.status());
  });

  test("finds the library without fault by axe", async ({ page }) => {
    await page.goto("/quan-tri/tep");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tệp và ảnh");
    expect(await faultsOf(page)).toEqual([]);
  });
});
