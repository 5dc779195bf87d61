import { expect, type Page } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { signInAs } from "#tests/e2e/people.ts";
import { begin, body } from "#tests/e2e/writing.ts";

test.use({ storageState: ADMIN_SESSION });

/** Puts the cursor into a word; the editor learns of a click a moment after the browser. */
async function goInto(page: Page, word: string) {
  await body(page).getByText(word, { exact: true }).click();
  await expect.poll(() => page.evaluate(textAtCursor)).toBe(word);
}

type Place = { head: number; $head: { end: () => number } };
type Selection = Place & { from: number; to: number; constructor: { atStart: At; atEnd: At } };
type At = (doc: Doc) => Place;
type Doc = { textBetween: (from: number, to: number) => string };
type Editing = {
  editor: { state: { selection: Selection; doc: Doc }; view: { domAtPos: (position: number) => { node: Node } } };
};

/** Runs in the page: the piece of text where the editor itself has the cursor. */
function textAtCursor() {
  const { state, view } = (document.querySelector(".tiptap") as unknown as Editing).editor;
  return view.domAtPos(state.selection.from).node.textContent;
}

/** Runs in the page. */
function isAtEnd() {
  const { selection, doc } = (document.querySelector(".tiptap") as unknown as Editing).editor.state;
  return selection.head === selection.constructor.atEnd(doc).head;
}

/** Runs in the page. */
function isAtEndOfFirstLine() {
  const { selection, doc } = (document.querySelector(".tiptap") as unknown as Editing).editor.state;
  return selection.head === selection.constructor.atStart(doc).$head.end();
}

/** Again until the editor has the cursor there: a key that meets it within milliseconds of its own work is lost. */
async function moveCursor(page: Page, keys: string[], isThere: () => boolean) {
  await expect(async () => {
    for (const key of keys) await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(isThere), { timeout: 500 }).toBe(true);
  }).toPass();
}

/** Runs in the page: what the editor itself takes for selected, a moment after the browser. */
function selectedInEditor() {
  const { selection, doc } = (document.querySelector(".tiptap") as unknown as Editing).editor.state;
  return doc.textBetween(selection.from, selection.to);
}

test("the window of a link says the address of the link at the cursor, not of the one before or what was left", async ({
  page,
}) => {
  await begin(page, "Bài hai liên kết");
  await body(page).fill("một và hai");
  const dialog = page.getByRole("dialog", { name: "Địa chỉ liên kết" });
  const address = dialog.getByLabel("Địa chỉ liên kết");
  for (const [word, href] of [
    ["một", "https://a.example.vn/"],
    ["hai", "https://b.example.vn/"],
  ] as const) {
    await expect(async () => {
      await body(page).press(word === "một" ? "Control+Home" : "Control+End");
      for (let letters = word.length; letters > 0; letters -= 1)
        await page.keyboard.press(word === "một" ? "Shift+ArrowRight" : "Shift+ArrowLeft");
      await expect.poll(() => page.evaluate(selectedInEditor), { timeout: 2000 }).toBe(word);
    }).toPass();
    await page.keyboard.press("Control+k");
    await address.fill(href);
    await address.press("Enter");
    await expect(dialog).toBeHidden();
  }

  await goInto(page, "một");
  await page.keyboard.press("Control+k");
  await expect(address).toHaveValue("https://a.example.vn/");
  await dialog.getByRole("button", { name: "Thôi" }).click();
  await goInto(page, "hai");
  await page.keyboard.press("Control+k");
  await expect(address).toHaveValue("https://b.example.vn/");
  await address.fill("https://go-nham.example.vn/");
  await dialog.getByRole("button", { name: "Thôi" }).click();
  await page.getByRole("button", { name: "Liên kết (Ctrl+K)" }).click();
  await expect(address).toHaveValue("https://b.example.vn/");
  await dialog.getByRole("button", { name: "Đặt liên kết" }).click();
  await expect(body(page).getByRole("link", { name: "một" })).toHaveAttribute("href", "https://a.example.vn/");
  await expect(body(page).getByRole("link", { name: "hai" })).toHaveAttribute("href", "https://b.example.vn/");
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();
});

test("each button of the toolbar does to the text what it says, and readers see it", async ({ browser, request }) => {
  const page = await signInAs(browser, { name: "Lý Thị Nút", email: "nut@p.example.vn", role: "publisher" });
  await begin(page, "Bài bấm mọi nút");
  const tool = (name: string) => page.getByRole("toolbar").getByRole("button", { name, exact: true });
  const line = async (text: string, ...names: string[]) => {
    await moveCursor(page, ["Control+End"], isAtEnd);
    await page.keyboard.press("Enter");
    for (const name of names) await tool(name).click();
    await page.keyboard.type(text);
  };
  await body(page).click();
  await line("Căn giữa", "Căn giữa");
  await line("Căn phải", "Căn phải");
  await line("Căn đều", "Căn đều hai bên");
  await line("m", "Căn đều hai bên");
  await tool("Chỉ số trên").click();
  await page.keyboard.type("2");
  await tool("Chỉ số trên").click();
  await tool("Chỉ số dưới").click();
  await page.keyboard.type("3");
  await tool("Chỉ số dưới").click();
  await line("chấm", "Danh sách chấm");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await line("số", "Danh sách số");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tool("Thêm bảng").click();
  await expect(async () => {
    await body(page).locator("td").first().click();
    await page.keyboard.press("Shift+ArrowRight");
    await expect(body(page).locator(".selectedCell")).toHaveCount(2, { timeout: 1000 });
    await page.getByRole("button", { name: "Gộp hoặc tách ô" }).click();
    await expect(body(page).locator('td[colspan="2"]')).toHaveCount(1, { timeout: 2000 });
  }).toPass();
  await moveCursor(page, ["Control+Home", "End"], isAtEndOfFirstLine);
  await tool("Thêm chú thích cuối bài").click();
  await page.keyboard.type("Theo nghị quyết của Chi bộ.");

  await page.getByRole("button", { name: "Đăng ngay, duyệt sau" }).click();
  await expect(page.getByText("Công chúng đang xem bản số 2")).toBeVisible();
  const html = await (await request.get("/bai-viet/bai-bam-moi-nut")).text();
  for (const kept of [
    '<p class="giua">Căn giữa</p><p class="phai">Căn phải</p><p class="deu">Căn đều</p>',
    "m<sup>2</sup><sub>3</sub>",
    /<ul><li>(<p>)?chấm/,
    /<ol><li>(<p>)?số/,
    'colspan="2"',
    /Đoạn đầu\.<sup><a id="ve-1" href="#chu-thich-1">1<\/a><\/sup>/,
    /<a id="chu-thich-1" href="#ve-1">1<\/a> Theo nghị quyết của Chi bộ\./,
  ])
    expect(html).toMatch(typeof kept === "string" ? new RegExp(kept.replace(/[.]/g, "\\.")) : kept);
  await page.context().close();
});
