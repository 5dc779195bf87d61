import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Title, titleClass } from "#components/site/title.tsx";
import { unbreakable } from "#components/site/title-pairs.ts";

const SEED =
  "CHI BỘ 1 - PHƯỜNG ĐÔNG THANH TỔ CHỨC DIỄN ĐÀN SINH HOẠT CHI BỘ THỰC HIỆN NGHỊ QUYẾT TRUNG ƯƠNG 4 KHÓA XII";

test("the seed's title keeps its pairs whole and every character", () => {
  expect(
    unbreakable(SEED)
      .filter(({ whole }) => whole)
      .map(({ text }) => text),
  ).toEqual([
    "CHI BỘ 1",
    "ĐÔNG THANH",
    "TỔ CHỨC",
    "DIỄN ĐÀN",
    "SINH HOẠT",
    "CHI BỘ",
    "THỰC HIỆN",
    "NGHỊ QUYẾT",
    "TRUNG ƯƠNG 4",
    "KHÓA XII",
  ]);
  expect(renderToStaticMarkup(<Title text={SEED} />).replace(/<[^>]+>/g, "")).toBe(SEED);
});

test.each(["", "chiếc bọc", "số 28-KH/TU, ngày 11/4/2017", "a<b>&", "Chi  bộ"])("%j is not changed", (title) => {
  expect(
    unbreakable(title)
      .map(({ text }) => text)
      .join(""),
  ).toBe(title);
});

test.each([
  [SEED, "caps"],
  ["Chi bộ 1 tổ chức diễn đàn", undefined],
  ["UBND", undefined],
  ["2017", undefined],
])("%s is set as %s", (title, name) => {
  expect(titleClass(title)).toBe(name);
});
