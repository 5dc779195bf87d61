import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { sanitizeHtml, textOf } from "#lib/html.ts";
import { articleFrom } from "#lib/importers/docx-article.ts";
import { readDocx } from "#lib/importers/docx-read.ts";
import { htmlAsDocx } from "#lib/word/html-as-docx.ts";

const article = {
  title: "Chi bộ 1 sinh hoạt thường kỳ",
  committee: "Đảng ủy phường Đông Thanh",
  ward: "phường Đông Thanh",
  day: new Date("2026-02-04T05:00:00Z"),
  origin: "https://dongthanh.example.vn",
};
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const loadPicture = async () => ({ bytes: PNG, type: "png" as const, width: 400, height: 300 });

const write = (bodyHtml: string) => htmlAsDocx({ ...article, bodyHtml }, loadPicture);
const readBack = async (bytes: Buffer) =>
  articleFrom(await readDocx(bytes), async () => ({ src: "/tep/a1/anh.png", width: 400, height: 300 }));

const partOf = (bytes: Buffer, name: string) => new TextDecoder().decode(unzipSync(bytes)[name]);

const BODY = [
  '<p class="deu">Ngày 19/7, <strong>Chi bộ</strong> <em>họp</em> <u>kỳ</u>, H<sub>2</sub>O, m<sup>2</sup>.<sup><a id="ve-1" href="#chu-thich-1">[1]</a></sup></p>',
  "<h2>I. Kết quả</h2><h3>1. Về tổ chức</h3><h4>a) Đảng viên</h4>",
  '<p class="giua">***</p><p class="phai">Người viết<br>An</p>',
  "<ul><li><p>Một</p><ul><li>Con</li></ul></li><li>Hai</li></ul>",
  '<ol start="3"><li>Ba</li><li><p>Bốn</p><ol type="a"><li>điểm a</li><li>điểm b</li></ol></li></ol><p class="deu">Giữa</p><ol><li>Lại một</li></ol>',
  "<blockquote><p>Lời Bác.</p></blockquote>",
  '<table><thead><tr><th colspan="2" scope="col" class="giua">Chi bộ</th></tr></thead><tbody><tr><td rowspan="2">1</td><td class="phai">12</td></tr><tr><td>20</td></tr></tbody></table>',
  '<figure><img src="/tep/a1/anh.png" alt="Hội nghị" width="400" height="300"><figcaption>Quang cảnh</figcaption></figure>',
  '<p class="deu">Xem <a href="https://dangcongsan.vn/">báo</a>.</p>',
  '<hr><p><a id="chu-thich-1" href="#ve-1">[1]</a> Khóa XII.</p>',
].join("");

test("what an article is made of comes back as it was", async () => {
  const back = await readBack(await write(BODY));
  expect(back.html.replace("[1]</a>  ", "[1]</a> ")).toBe(BODY);
  expect(back.title).toBe(article.title);
  expect(back.headingBlock).toMatchObject({
    organ: "ĐẢNG ỦY PHƯỜNG ĐÔNG THANH",
    place: "Đông Thanh",
    date: "2026-02-04",
  });
  expect([...back.report.changed, ...back.report.dropped, ...back.warnings]).toEqual([]);
});

const words = fc
  .stringMatching(/^[A-Za-zĐđăâêôơưàáảãạếềệốộớợứự0-9 &<>"'.,;:%()/-]{1,40}$/)
  .filter((text) => /\S/.test(text));
const block = fc.oneof(
  words.map((text) => ["p", text]),
  words.map((text) => ["h2", text]),
  words.map((text) => ["li", text]),
  words.map((text) => ["td", text]),
);

test("no word is lost or changed on the way out and back", { timeout: 60_000 }, async () => {
  const escaped = (text = "") => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const around: Record<string, [string, string]> = { li: ["<ul>", "</ul>"], td: ["<table><tr>", "</tr></table>"] };
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
      const html = blocks.map(
        ([name = "p", text]) =>
          `${around[name]?.[0] ?? ""}<${name}>${escaped(text)}</${name}>${around[name]?.[1] ?? ""}`,
      );
      const body = sanitizeHtml(`<p>Mở đầu.</p>${html.join("")}`);
      const { html: back } = await readBack(await write(body));
      const squeeze = (text: string) => textOf(text).replace(/\s+/gu, " ").trim();
      expect(squeeze(back)).toBe(squeeze(body));
    }),
    { numRuns: 15 },
  );
});

test("the page is that of official papers", async () => {
  const bytes = await write("<p>Nội dung</p>");
  const document = partOf(bytes, "word/document.xml");
  expect(document).toMatch(/<w:pgSz w:w="1190[56]" w:h="1683[78]"/);
  expect(document).toMatch(/<w:pgMar w:top="113[34]" w:right="113[34]" w:bottom="113[34]" w:left="170[01]"/);
  expect(document).toContain("ngày 04 tháng 02 năm 2026");
  expect(partOf(bytes, "word/styles.xml")).toMatch(/Times New Roman.*<w:sz w:val="28"/);
  expect(partOf(bytes, "docProps/core.xml")).toContain("<dc:creator>Đảng ủy phường Đông Thanh</dc:creator>");
});

test("a picture that cannot be had is left out, links within the site get its address, odd bodies do no harm", async () => {
  const bytes = await htmlAsDocx({
    ...article,
    day: null,
    bodyHtml:
      '<p><img src="/tep/x/y.png" alt="">Chữ</p><p><a href="/bai-viet/a">bài</a> <a href="#ve-9">9</a></p><ul></ul><table></table><p></p>',
  });
  expect(Object.keys(unzipSync(bytes)).some((name) => name.startsWith("word/media/"))).toBe(false);
  expect(partOf(bytes, "word/_rels/document.xml.rels")).toContain("https://dongthanh.example.vn/bai-viet/a");
  expect((await readBack(bytes)).html).toContain("Chữ");
});
