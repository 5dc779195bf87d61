import { expect } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { begin, body, type } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

test("people say beside a draft what is to be done, and mark it as done, with script and without", async ({
  page,
  browser,
  baseURL,
}) => {
  const address = await begin(page, "Bài được góp ý");
  const comments = page.getByRole("region", { name: "Góp ý về bài" });
  await type(page, " Chữ chưa lưu.");
  await comments.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(comments.getByLabel("Góp ý của bạn")).toHaveAccessibleDescription(/Hãy viết góp ý/);
  await comments.getByLabel("Góp ý của bạn").fill("Thiếu số đảng viên dự họp.");
  await comments.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(comments.getByText("Thiếu số đảng viên dự họp.").first()).toBeVisible();
  await expect(comments.getByLabel("Góp ý của bạn")).toHaveValue("");
  await expect(body(page)).toHaveText("Đoạn đầu. Chữ chưa lưu.");
  await expect(page.getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible();

  const plain = await browser.newContext({
    baseURL: baseURL ?? "",
    storageState: ADMIN_SESSION,
    javaScriptEnabled: false,
  });
  const reader = await plain.newPage();
  await reader.goto(address);
  const shown = reader.getByRole("region", { name: "Góp ý về bài" });
  await shown.getByLabel("Góp ý của bạn").fill("a".repeat(2001));
  await shown.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(shown.getByText("Lỗi: Dài quá 2000 chữ cái")).toBeVisible();
  await expect(shown.getByLabel("Góp ý của bạn")).toHaveValue("a".repeat(2001));
  await shown.getByLabel("Góp ý của bạn").fill("Đã thêm: 19 đồng chí.");
  await shown.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(shown.getByRole("listitem")).toHaveCount(2);
  await shown.getByRole("button", { name: "Đánh dấu đã xong góp ý của Nguyễn Văn An: Thiếu số" }).click();
  await expect(shown.getByText("✓ Xong: Nguyễn Văn An")).toBeVisible();
  await reader.goto(address);
  await expect(shown.getByText("Đã thêm: 19 đồng chí.", { exact: true })).toBeVisible();
  await plain.close();

  await page.goto("/quan-tri/bai-viet?q=duoc+gop+y");
  await expect(page.getByText("1 góp ý chưa xong")).toBeVisible();
  page.on("dialog", (dialog) => dialog.accept());
});
