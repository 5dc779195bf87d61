import { existsSync, readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sanitizeHtml, textOf } from "#lib/html.ts";
import { BODY_ATTRIBUTES } from "#lib/html-elements.ts";
import { findBrowser } from "#tests/support/browser.ts";

const CORPUS = "../shared/corpora/benign/benign.jsonl";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: "tests/support/editor-page.ts", formats: ["iife"], name: "x" },
    },
  });
  const [bundle] = [built].flat().flatMap((part) => ("output" in part ? part.output : []));
  if (!bundle || !("code" in bundle)) throw new Error("the editor was not bundled");
  browser = await chromium.launch({ executablePath: findBrowser() ?? "", args: ["--no-sandbox"] });
  page = await browser.newPage();
  await page.addScriptTag({ content: bundle.code });
}, 120_000);

afterAll(() => browser?.close());

type Tripping = typeof globalThis & { roundTrip: (html: string) => string };
const clean = (html: string) => sanitizeHtml(html).replaceAll(" />", ">");
const roundTrip = async (html: string) =>
  clean(await page.evaluate((given) => (globalThis as Tripping).roundTrip(given), html));

const PICTURE = '<img src="/tep/abcdefghijklmnop/hop-960.webp" alt="Họp" width="960" height="640">';
const SAMPLES = [
  '<p class="deu">Một  <strong>hai</strong> <em>ba</em> <u>bốn</u> <s>năm</s> H<sub>2</sub>O m<sup>2</sup><br>sáu</p>',
  '<h2 class="giua">A</h2><h3>B</h3><h4 class="phai">C</h4><hr>',
  '<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul><ol start="3" type="a"><li>d</li></ol>',
  "<blockquote><p>Trích</p><p>dẫn</p></blockquote>",
  '<p>Câu<sup><a id="ve-1" href="#chu-thich-1">1</a></sup> và <a href="https://dangcongsan.vn/">báo</a></p><p><a id="chu-thich-1" href="#ve-1">1</a> Ghi chú</p>',
  '<p><a id="chu-thich-2"></a>Chỗ này <a id="chu-thich-3">chữ</a></p>',
  `<figure>${PICTURE}<figcaption>Toàn cảnh <em>diễn đàn</em></figcaption></figure>`,
  `<figure><img src="/tep/abcdefghijklmnop/nen-960.webp" alt="" role="presentation"></figure>`,
  `<p class="giua">Trước ${PICTURE} sau</p>`,
  `<table><caption>Bảng 1. <strong>Đảng viên</strong></caption><thead><tr><th colspan="2" scope="col">Chi bộ</th><th class="phai">Số</th></tr></thead>
<tbody><tr><th rowspan="2" scope="row">1</th><td class="giua">a</td><td><p>b</p><p class="phai">c</p></td></tr><tr><td></td><td>${PICTURE}</td></tr></tbody>
<tfoot><tr><td colspan="3">Cộng</td></tr></tfoot></table>`.replaceAll("\n", ""),
];

test("what the sanitiser keeps, the editor keeps: every element and attribute, to the letter", async () => {
  const all = SAMPLES.join("");
  expect(clean(all)).toBe(all);
  for (const [name, attributes] of Object.entries(BODY_ATTRIBUTES)) {
    expect(all, name).toMatch(new RegExp(`<${name}[ >]`));
    for (const attribute of attributes) expect(all, attribute).toContain(` ${attribute}="`);
  }
  for (const sample of SAMPLES) expect(await roundTrip(sample)).toBe(sample);
});

test.skipIf(!existsSync(CORPUS))("bodies of other projects keep their words and their elements", async () => {
  const bodies = readFileSync(CORPUS, "utf8").trim().split("\n");
  for (const line of bodies) {
    const { id, html } = JSON.parse(line) as { id: string; html: string };
    const before = clean(html);
    const after = await roundTrip(before);
    expect(wordsOf(after), id).toBe(wordsOf(before));
    expect(shapeOf(after), id).toBe(shapeOf(before));
  }
});

/** Line ends of the source are spaces in the editor, as they are on the page. */
const wordsOf = (html: string) => textOf(html).replace(/\s+/g, " ");

/** The elements in their order, but for marks (which may nest either way) and the paragraphs that a line does not need. */
const shapeOf = (html: string) =>
  [...html.matchAll(/<(?<name>h\d|ul|ol|li|table|caption|thead|tfoot|tr|th|td|figure|figcaption|img|hr|blockquote)\b/g)]
    .map(({ groups }) => groups?.["name"])
    .join(" ");
