import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf, markWords, type Piece } from "#lib/search/snippet.ts";

const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join("");
const bracketed = (pieces: Piece[]) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

test.each([
  ["Tổ chức DIỄN ĐÀN, cán bộ", ["diễn", "đàn", "bộ"], "Tổ chức [DIỄN ĐÀN], cán [bộ]"],
  ["Đông Thanh và Đông Thành", ["đông", "thành"], "[Đông] Thanh và [Đông Thành]"],
  ["Đông Thành", ["dong", "thanh"], "[Đông Thành]"],
  ["Diễn đàn chi bộ", ["dien", "dan", "chi", "bo"], "[Diễn đàn chi bộ]"],
  ["chiếc bọc", ["chi", "bo"], "chiếc bọc"],
])("in %j of %j", (text, words, marked) => {
  expect(bracketed(markWords(text, words))).toBe(marked);
});

test("marking never changes the text", () => {
  const words = ["a", "đ", "ủy", "(", "\\", "İ"];
  const text = fc.string({ unit: "binary", maxLength: 300 });
  fc.assert(fc.property(text, (given) => plain(markWords(given, words)) === given));
});

test("an excerpt stands around the first hit, between whole words", () => {
  const text = `${"đầu bài ".repeat(60)}diễn đàn ${"cuối bài ".repeat(60)}`;
  const excerpt = excerptOf(["tóm tắt", text], ["diễn", "đàn"]);
  expect(bracketed(excerpt)).toMatch(/^…(đầu|bài) .+ \[diễn đàn\] .+ (cuối|bài)…$/u);
  expect(plain(excerpt).length).toBeLessThan(300);
});

test("without a hit the first text begins the excerpt", () => {
  expect(plain(excerptOf(["", "Nội dung"], ["khác"]))).toBe("Nội dung");
  expect(plain(excerptOf(["", ""], ["khác"]))).toBe("");
});
