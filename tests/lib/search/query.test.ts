import fc from "fast-check";
import { expect, test } from "vitest";
import { readQuery, standsIn } from "#lib/search/query.ts";
import { naughtyStrings } from "#tests/support/naughty.ts";

test("words are lower case, NFC, without signs, each once", () => {
  const typed = "  Diễn   ĐÀN (diễn) 28-KH/TU ".normalize("NFD");
  expect(readQuery(typed)).toEqual({
    typed: "Diễn ĐÀN (diễn) 28-KH/TU",
    words: ["diễn", "đàn", "28", "kh", "tu"],
    phrases: [],
  });
});

test("what stands in quotation marks is a phrase; an open mark is none", () => {
  expect(readQuery("“chi bộ 1” diễn đàn").phrases).toEqual([["chi", "bộ", "1"]]);
  expect(readQuery('"chi bộ').phrases).toEqual([]);
});

test("only words that stand side by side in a text, all of them, were taken from it", () => {
  const title = "Quê hương nhà nông cái thiện: “Uy tín” của đảng viên";
  expect(["uy tín", "UY TÍN", "“uy”, tín", "nhà nông cái thiện uy tín"].map((typed) => standsIn(typed, title))).toEqual(
    [true, true, true, true],
  );
  const others = ["nhà cái uy tín", "uy tín w88.com", "uy tin", "uy t", "", "!!!", `${"uy tín ".repeat(12)}casino`];
  expect(others.filter((typed) => standsIn(typed, title))).toEqual([]);
});

test.each([undefined, null, 7, ["a", "b"], {}, "", "   ", "!!!", "\u0000", "\ud800"])("%j has no words", (value) => {
  expect(readQuery(value).words).toEqual([]);
});

test("nothing that can be typed makes it throw or grow", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 2000 }), isHarmless));
});

test("the naughty strings of other projects are only words", (context) => {
  const strings = naughtyStrings();
  if (!strings) return context.skip("../shared/corpora/naughty is absent");
  for (const value of strings) isHarmless(value);
});

function isHarmless(value: string) {
  const { typed, words, phrases } = readQuery(value);
  expect(typed.length).toBeLessThanOrEqual(200);
  expect(words.length).toBeLessThanOrEqual(12);
  expect(phrases.length).toBeLessThanOrEqual(3);
  expect(words.join("")).not.toMatch(/[^\p{L}\p{N}\p{M}]/u);
}
