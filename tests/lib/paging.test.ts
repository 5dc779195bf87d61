import { expect, test } from "vitest";
import { pagerNumbers, readPage } from "#lib/paging.ts";

test.each(["0", "-1", "1.5", "01", "1e3", "", " 1", "x", "99999999", ["1", "2"]])("%j is no page", (value) => {
  expect(readPage(value)).toBeUndefined();
});

test("no number is the first page", () => {
  expect(readPage(undefined)).toBe(1);
  expect(readPage("7")).toBe(7);
  expect(readPage("8", 7)).toBeUndefined();
});

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [5, 9, [1, 0, 4, 5, 6, 0, 9]],
  [9, 9, [1, 0, 8, 9]],
])("page %i of %i offers %j", (current, last, numbers) => {
  expect(pagerNumbers(current, last)).toEqual(numbers);
});
