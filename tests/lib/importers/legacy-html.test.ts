import { expect, test } from "vitest";
import { parseLegacyHtml } from "#lib/importers/legacy-html.ts";

const bytes = (html: string) => new TextEncoder().encode(html);

test("the article is what stands in main, without its heading, menus and scripts", () => {
  const page = `<!doctype html><html><head><title>Tin tức | Cổng</title></head><body><nav>Trang chủ</nav>
    <main><h1>Đại hội <b>chi bộ</b> (1/2/2020)</h1><script>alert(1)</script><p>Nội dung &amp; kết quả</p></main></body></html>`;

  expect(parseLegacyHtml(bytes(page))).toEqual({
    title: "Đại hội chi bộ",
    dateline: "2020-02-01",
    bodyHtml: "<p>Nội dung &amp; kết quả</p>",
  });
});

test("without h1 the title element names the article; unclosed elements lose nothing", () => {
  expect(parseLegacyHtml(bytes("<title>Tin vắn</title><p>một<p>hai"))).toEqual({
    title: "Tin vắn",
    bodyHtml: "<p>một<p>hai",
  });
});

test("the declared charset is believed", () => {
  const latin = Uint8Array.from(Buffer.from('<meta charset="iso-8859-1"><h1>Caf\xe9</h1><p>x', "latin1"));
  expect(parseLegacyHtml(latin).title).toBe("Café");
});

test("no title, or nothing but depth, is refused at once", () => {
  expect(() => parseLegacyHtml(bytes("<p>chữ</p>"))).toThrow("tiêu đề");
  expect(() => parseLegacyHtml(bytes(`<h1>x</h1>${"<div>".repeat(100_000)}`))).toThrow("quá lớn");
});
