import { expect } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { signInAs } from "#tests/e2e/people.ts";
import { begin, body, type } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

test("who else is at the text is said while it is so, and no longer", async ({ page, browser }) => {
  const address = await begin(page, "Bài hai người mở");
  await type(page, " Gõ rồi bỏ.");
  await expect(page.getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible();

  const other = await signInAs(browser, { name: "Trần Thị Kề", email: "ke@p.example.vn", role: "editor" });
  const note = other.getByText("cũng đang sửa bài này");
  await other.goto(address);
  await expect(body(other)).toHaveText("Đoạn đầu.");
  await expect(note).toHaveText("Nguyễn Văn An cũng đang sửa bài này");
  await body(page).fill("Đoạn đầu."); // as it was: nothing of it is anybody's to reckon with
  await expect(page.getByText("Đang lưu…")).toBeVisible();
  await expect(page.getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible();
  await type(other, " Của người hai.");
  await expect(other.getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible();
  await expect(note).toHaveCount(0);

  await type(page, " Gõ lại.");
  await expect(page.getByText("Trần Thị Kề cũng đang sửa bài này")).toBeVisible();
  await other.context().close();
});
