import { type APIRequestContext, type Browser, expect } from "@playwright/test";
import { readText, test } from "#tests/e2e/fixtures.ts";
import { addPerson, fillSignIn, openElsewhere, type Person, signInAs } from "#tests/e2e/people.ts";
import { body, dropWord, holdBack } from "#tests/e2e/writing.ts";
import { readPdf } from "#tests/support/pdf.ts";
import { reportInWord } from "#tests/support/story.ts";
import { paragraph, run, wordFile } from "#tests/support/word-file.ts";

const SAID = "thống nhất các nhiệm vụ của quý tới";
const A4 = [595, 842];

/** A line that ends on paper has no space at its end. */
const withoutSpaces = (text: string) => text.replace(/\s/g, "");

/** What Zalo and Facebook read of a link: the article's own picture, cut to their shape. */
async function expectShared(request: APIRequestContext, address: string) {
  const html = await (await request.get(address)).text();
  const said = (name: string) => new RegExp(`<meta property="og:image${name}" content="([^"]*)"`).exec(html)?.[1] ?? "";
  expect([said(":width"), said(":height")]).toEqual(["640", "336"]);
  expect(said(":alt")).toBe("Đảng viên biểu quyết tại hội nghị");
  const { pathname, search } = new URL(said(""));
  const picture = await request.get(pathname + search);
  expect(picture.headers()).toMatchObject({ "content-type": "image/jpeg" });
  expect(picture.headers()["cache-control"]).toContain("immutable");
}

/** A machine at which each click is counted. */
async function sitDown(browser: Browser, person: Person) {
  await addPerson(person);
  const page = await openElsewhere(browser);
  let clicks = 0;
  const click = (name: string | RegExp, role: "button" | "link" = "button") => {
    clicks += 1;
    const control = page.getByRole(role, { name, exact: typeof name === "string" });
    return control.first().click();
  };
  await fillSignIn(page, person.email);
  await click("Đăng nhập");
  return { page, click, clicks: () => clicks, choose: () => (clicks += 1) };
}

test("a report goes from a contributor's Word file over the publisher's approval to readers and onto paper", async ({
  browser,
  page: reader,
  request,
}) => {
  const title = "Chi bộ khu phố 2 sinh hoạt chuyên đề quý IV";
  const address = "/bai-viet/chi-bo-khu-pho-2-sinh-hoat-chuyen-de-quy-iv";
  const writer = await signInAs(browser, { name: "Lê Thị Bưởi", email: "buoi@p.example.vn", role: "contributor" });
  await writer.getByRole("link", { name: "Viết bài mới" }).first().click();
  await dropWord(writer, await reportInWord(title));
  await expect(writer.getByText("Giữ 1 ảnh.")).toBeVisible();
  await writer.getByRole("button", { name: "Dùng nội dung này" }).click();
  await expect(writer.getByLabel("Tên bài")).toHaveValue(title);
  await writer.getByLabel("Chuyên mục").selectOption({ label: "Xây dựng Đảng" });

  const checklist = writer.getByRole("region", { name: "Trước khi đăng" });
  await expect(checklist).toContainText("Bài chưa có tóm tắt");
  await checklist.getByRole("listitem").filter({ hasText: "tóm tắt" }).getByRole("button").click();
  await writer.keyboard.type("Chi bộ khu phố 2 họp, thống nhất nhiệm vụ quý tới.");
  await expect(checklist).not.toContainText("Bài chưa có tóm tắt");
  await checklist.getByRole("button", { name: "Sửa giúp" }).click();
  await expect(checklist).not.toContainText("trông như đề mục");
  await checklist.getByRole("listitem").filter({ hasText: "số điện thoại" }).getByRole("button").click();
  const chosen = () => writer.evaluate(() => String(getSelection()));
  expect(await chosen()).toContain("0912 345 678");
  await writer.keyboard.type("Liên hệ văn phòng Đảng ủy phường.");
  await expect(checklist).not.toContainText("số điện thoại 0912");
  await writer.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(writer.getByText("Đang chờ duyệt · chưa đăng")).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);

  const publisher = await signInAs(browser, { name: "Võ Văn Dừa", email: "dua@p.example.vn", role: "publisher" });
  await publisher.goto("/quan-tri/bai-viet?trang-thai=toApprove"); // the first page shows those that have waited longest
  await publisher.getByRole("link", { name: title }).click();
  await publisher.getByRole("button", { name: "Duyệt và đăng" }).click();
  await expect(publisher.getByText("Công chúng đang xem bản số 1")).toBeVisible();

  expect(await readText(request, address)).toContain(SAID);
  await expectShared(request, address);
  await reader.goto(address);
  await expect(reader.getByRole("heading", { level: 2, name: "I. KẾT QUẢ" })).toBeVisible();
  await expect(reader.getByRole("img", { name: "Đảng viên biểu quyết tại hội nghị" })).toBeVisible();
  await expect(reader.getByRole("cell", { name: "Đảng viên", exact: true })).toBeVisible();
  await expect(reader.getByRole("link", { name: "Quay lại" })).toBeVisible();
  const sheets = readPdf(await reader.pdf({ preferCSSPageSize: true }));
  const printed = withoutSpaces(sheets.map(({ text }) => text).join(""));
  expect(sheets.map(({ size }) => size)).toEqual(sheets.map(() => A4));
  expect(printed).toContain(withoutSpaces(SAID));
  expect(printed).toContain(`Trang1/${sheets.length}`);
  expect(printed).not.toContain("Quaylại");
  for (const page of [writer, publisher]) await page.context().close();
});

test("a publisher brings a usual report from the door to readers in 8 clicks", async ({ browser, request }) => {
  const title = "Chi bộ khu phố 1 sinh hoạt chuyên đề quý IV";
  const desk = await sitDown(browser, { name: "Đỗ Thị Mít", email: "mit@p.example.vn", role: "publisher" });
  const { page, click } = desk;
  await click("Viết bài mới", "link");
  await dropWord(page, await reportInWord(title));
  await click("Dùng nội dung này");
  desk.choose();
  await page.getByLabel("Chuyên mục").selectOption({ label: "Xây dựng Đảng" });
  await expect(page.getByText("Bài chưa có tóm tắt")).toBeVisible();
  await click("Tới chỗ này");
  await page.keyboard.type("Chi bộ khu phố 1 họp, thống nhất nhiệm vụ quý tới.");
  await click("Sửa giúp");
  await expect(page.getByText("trông như đề mục")).toHaveCount(0);
  desk.choose();
  await page.getByLabel("Vì sao vẫn đăng").click();
  await page.keyboard.type("Số điện thoại của văn phòng Đảng ủy.");
  await click("Đăng ngay, duyệt sau");

  await expect(page.getByText("Công chúng đang xem bản số 1")).toBeVisible();
  expect(desk.clicks()).toBeLessThanOrEqual(8);
  const article = await readText(request, "/bai-viet/chi-bo-khu-pho-1-sinh-hoat-chuyen-de-quy-iv");
  expect(article).toContain(SAID);
  expect(article).toContain("II. NHIỆM VỤ");
  await page.context().close();
});

test("a second Word file takes the place of the first, its title and date too, and leaves alone what was typed", async ({
  browser,
}) => {
  const page = await signInAs(browser, { name: "Phan Thị Lê", email: "le@p.example.vn", role: "editor" });
  const [title, date] = [page.getByLabel("Tên bài"), page.getByLabel("Ngày bài")];
  await page.goto("/quan-tri/bai-viet/moi");
  await dropWord(page, await reportInWord("Báo cáo đưa nhầm"));
  await page.getByRole("button", { name: "Dùng nội dung này" }).click();
  await expect(title).toHaveValue("Báo cáo đưa nhầm");
  await expect(date).toHaveValue("20/11/2026");
  await date.fill("21/11/2026");

  await dropWord(page, Buffer.from(wordFile(paragraph(run("Chi bộ đã họp.")))));
  await page.getByRole("button", { name: "Thay chữ đang có bằng tệp này" }).click();
  await expect(body(page)).toHaveText("Chi bộ đã họp.");
  await expect(title).toHaveValue("");
  await expect(date).toHaveValue("21/11/2026");
  await page.context().close();
});

test("a Word file that comes to a text at its cursor fills in what nobody has written yet, and nothing else", async ({
  browser,
}) => {
  const page = await signInAs(browser, { name: "Hồ Thị Sim", email: "sim@p.example.vn", role: "editor" });
  await page.goto("/quan-tri/bai-viet/moi");
  await body(page).fill("Lời dẫn.");
  const release = await holdBack(page, "**/tu-tep-word");
  await dropWord(page, await reportInWord("Báo cáo chèn vào"));
  await expect(page.getByRole("progressbar", { name: "Đang đọc tệp Word" })).toBeVisible();
  release();
  await page.getByRole("button", { name: "Chèn vào chỗ con trỏ" }).click();
  await expect(body(page)).toContainText("Lời dẫn.");
  await expect(body(page)).toContainText(SAID);
  await expect(page.getByLabel("Tên bài")).toHaveValue("Báo cáo chèn vào");
  await expect(page.getByLabel("Ngày bài")).toHaveValue("20/11/2026");

  await dropWord(page, await reportInWord("Báo cáo thứ hai"));
  await page.getByRole("button", { name: "Chèn vào chỗ con trỏ" }).click();
  await expect(body(page).getByRole("table")).toHaveCount(2);
  await expect(page.getByLabel("Tên bài")).toHaveValue("Báo cáo chèn vào");
  await page.context().close();
});
