import { expect, type Page } from "@playwright/test";
import { test } from "#tests/e2e/fixtures.ts";
import { fillSignIn, signInAs } from "#tests/e2e/people.ts";
import { begin, body, type } from "#tests/e2e/writing.ts";
import { reportInWord } from "#tests/support/story.ts";

const EDITOR = { name: "Bùi Thị Ổi", email: "oi@p.example.vn", role: "editor" } as const;
const PUBLISHER = { name: "Ngô Văn Me", email: "me@p.example.vn", role: "publisher" } as const;

const ended = (page: Page) => page.getByRole("dialog", { name: "Hãy đăng nhập lại" });

/** Signs in where one is, after the session was taken away; the page stays. */
async function signInAgain(page: Page, email: string) {
  const address = page.url();
  await expect(ended(page)).toBeVisible();
  await fillSignIn(ended(page), email);
  await ended(page).getByRole("button", { name: "Đăng nhập" }).click();
  await expect(ended(page)).toBeHidden();
  expect(page.url()).toBe(address);
}

test("a button in a tab that was overtaken asks what to do with the two texts, also when nothing was typed in it", async ({
  browser,
}) => {
  const page = await signInAs(browser, EDITOR);
  const address = await begin(page, "Bài mở ở hai thẻ");
  const other = await page.context().newPage();
  await other.goto(address);
  await expect(body(other)).toHaveText("Đoạn đầu.");
  await type(page, " Của thẻ một.");
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await expect(page.getByText("Bản số 2")).toBeVisible();

  await other.getByRole("button", { name: "Gửi duyệt" }).click();
  const dialog = other.getByRole("dialog", { name: "Bạn vừa lưu bài này ở nơi khác" });
  await dialog.getByRole("button", { name: "Lấy bản vừa lưu ở nơi kia" }).click();
  await expect(body(other)).toHaveText("Đoạn đầu. Của thẻ một.");
  await other.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(other.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();
  await page.context().close();
});

test("what a reviewer changed before giving the text back is not said to be saved", async ({ browser }) => {
  const writer = await signInAs(browser, { name: "Tô Thị Khế", email: "khe@p.example.vn", role: "contributor" });
  const address = await begin(writer, "Bài người duyệt sửa rồi trả lại");
  await writer.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(writer.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();

  const page = await signInAs(browser, PUBLISHER);
  await page.goto(address);
  await type(page, " Sửa của người duyệt.");
  await page.getByText("Trả lại", { exact: true }).click();
  await page.getByLabel("Cần sửa gì").fill("Ghi thêm ngày họp.");
  await page.getByRole("button", { name: "Trả lại cho người viết" }).click();
  await expect(page.getByText("Bị trả lại · chưa đăng")).toBeVisible();
  await expect(page.getByText(/Còn chữ chưa lưu thành bản, giữ lúc \d\d:\d\d/)).toBeVisible();
  for (const tab of [writer, page]) await tab.context().close();
});

test("any button pressed after the session ended asks to sign in there, and goes on with what was written", async ({
  browser,
}) => {
  const email = "na@p.example.vn";
  const page = await signInAs(browser, { name: "Hà Thị Na", email, role: "editor" });
  await begin(page, "Bài lúc hết phiên");
  const end = () => page.context().clearCookies();

  await end();
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await signInAgain(page, email);
  await expect(body(page)).toHaveText("Đoạn đầu.");

  await page.getByText("Gửi cho người không có tài khoản").click();
  await end();
  await page.getByRole("button", { name: "Tạo đường dẫn xem thử" }).click();
  await signInAgain(page, email);
  await page.getByRole("button", { name: "Tạo đường dẫn xem thử" }).click();
  await expect(page.getByLabel("Chép đường dẫn này gửi đi")).toHaveValue(/xem-truoc/);

  await page.getByLabel("Góp ý của bạn").fill("Đoạn 2 ghi thiếu ngày.");
  await end();
  await page.getByRole("button", { name: "Gửi góp ý" }).click();
  await signInAgain(page, email);
  await expect(page.getByLabel("Góp ý của bạn")).toHaveValue("Đoạn 2 ghi thiếu ngày.");
  await page.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(page.getByText("Đã gửi góp ý.")).toBeVisible();

  await end();
  await page.getByLabel("Tệp Word").setInputFiles({
    name: "bao-cao.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: await reportInWord("Báo cáo lúc hết phiên"),
  });
  await signInAgain(page, email);
  await page.getByRole("button", { name: "Thay chữ đang có bằng tệp này" }).click();
  await expect(page.getByLabel("Tên bài")).toHaveValue("Báo cáo lúc hết phiên");
  page.on("dialog", (asked) => asked.accept());
  await page.context().close();
});

test("a button whose action is of another build says so, and loses nothing", async ({ browser }) => {
  const page = await signInAs(browser, { name: "Kha Thị Roi", email: "roi@p.example.vn", role: "editor" });
  await begin(page, "Bài lúc nâng cấp");
  await page.getByLabel("Góp ý của bạn").fill("Đoạn 1 thiếu địa điểm.");
  await page.route("**/quan-tri/bai-viet/*", (route, request) => {
    const headers = request.headers();
    return route.continue(
      headers["next-action"] ? { headers: { ...headers, "next-action": "40".padEnd(42, "a") } } : {},
    );
  });
  await page.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(page.getByText(/Chương trình vừa được nâng cấp/)).toBeVisible();
  await expect(page.getByLabel("Góp ý của bạn")).toHaveValue("Đoạn 1 thiếu địa điểm.");

  await page.unrouteAll();
  await page.getByRole("button", { name: "Gửi góp ý" }).click();
  await expect(page.getByText("Đã gửi góp ý.")).toBeVisible();
  await page.context().close();
});
