import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decodeText } from "#lib/importers/encoding.ts";
import { parseLegacyText } from "#lib/importers/legacy-text.ts";

const seed = decodeText(readFileSync("prisma/starter/dien-dan-sinh-hoat-chi-bo.txt"));

test("the seed dump keeps every letter of its article and nothing of the page around it", () => {
  const { title, dateline, bodyHtml } = parseLegacyText(seed);

  expect(dateline).toBe("2017-07-19");
  expect(title).toBe(
    "CHI BỘ 1 - PHƯỜNG ĐÔNG THANH TỔ CHỨC DIỄN ĐÀN SINH HOẠT CHI BỘ THỰC HIỆN NGHỊ QUYẾT TRUNG ƯƠNG 4 KHÓA XII",
  );
  const written = seed.slice(seed.indexOf("Thực hiện Kế hoạch"), seed.indexOf("./.") + 3).split("\n\n");
  expect(bodyHtml.split("\n")).toEqual(written.map((paragraph) => `<p>${paragraph}</p>`));
  expect(bodyHtml).toContain("chi bộ”; \u00a0Hướng dẫn số 09-HD/BTCTW");
  expect(bodyHtml).not.toContain("Quay lại");
});

test("a plain text file: title, paragraphs, kept line breaks, escaped signs", () => {
  expect(parseLegacyText("\uFEFF\nTin vắn\r\nDòng một\r\nDòng <hai>\r\n\r\nQuay lại\r\nA & B")).toEqual({
    title: "Tin vắn",
    bodyHtml: "<p>Dòng một<br>Dòng &lt;hai&gt;</p>\n<p>Quay lại<br>A &amp; B</p>",
  });
});

test.each(["", "\n \n", "Chỉ có tiêu đề\n\n"])("a file without a body is refused with a sentence: %j", (text) => {
  expect(() => parseLegacyText(text)).toThrow("ít nhất một đoạn văn");
});
