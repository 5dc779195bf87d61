import { expect } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { signInAs } from "#tests/e2e/people.ts";
import { begin, body, type } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

test("whoever saved in another tab may take what was saved there; what was typed here is offered again, not thrown away", async ({
  page,
  context,
}) => {
  const address = await begin(page, "Bài nhường người lưu trước");
  const other = await context.newPage();
  await other.goto(address);
  await expect(body(other)).toHaveText("Đoạn đầu.");
  await type(page, " Của thẻ một.");
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(page.getByText("Bản số 2")).toBeVisible();

  await type(other, " Của thẻ hai.");
  const dialog = other.getByRole("dialog", { name: "Bạn vừa lưu bài này ở nơi khác" });
  await dialog.getByRole("button", { name: "Lấy bản vừa lưu ở nơi kia" }).click();
  await expect(dialog).toBeHidden();
  await expect(body(other)).toHaveText("Đoạn đầu. Của thẻ một.");

  await other.goto(address);
  const left = other.getByRole("region", { name: "Lần trước bạn còn chữ chưa lưu thành bản" });
  await expect(left.locator("ins")).toHaveText("hai.");
  await left.getByRole("button", { name: "Lấy lại chữ này" }).click();
  await expect(body(other)).toHaveText("Đoạn đầu. Của thẻ hai.");
  other.on("dialog", (asked) => asked.accept());
});

test("one paragraph pasted from Word into an empty line stays as it is aligned; old fonts are said before and after", async ({
  browser,
}) => {
  const page = await signInAs(browser, { name: "Lý Thị Dán", email: "dan@p.example.vn", role: "editor" });
  await page.goto("/quan-tri/bai-viet/moi");
  await body(page).click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const text = "Uû ban nh©n d©n ph­êng";
    clipboardData.setData(
      "text/html",
      `<p class=MsoNormal align=center style='text-align:center'><span style='font-family:".VnTime"'>${text}</span></p>`,
    );
    clipboardData.setData("text/plain", text);
    const editor = document.querySelector("#than-bai");
    editor?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(body(page).locator("p.giua")).toHaveText("Uỷ ban nhân dân phường");
  await expect(page.getByText("như “Uû ban nh©n d©n ph­êng” thành “Uỷ ban nhân dân phường”")).toBeVisible();
  await page.context().close();
});
