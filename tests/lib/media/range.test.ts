import { expect, test } from "vitest";
import { readRange } from "#lib/media/range.ts";

test.each([
  [null, "none"],
  ["bytes=0-4", { start: 0, end: 4 }],
  ["bytes=5-", { start: 5, end: 9 }],
  ["bytes=-3", { start: 7, end: 9 }],
  ["bytes=-30", { start: 0, end: 9 }],
  ["bytes=8-99", { start: 8, end: 9 }],
  ["bytes=10-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-2", "none"],
  ["bytes=0-1,3-4", "none"],
  ["lines=0-4", "none"],
  ["bytes=", "none"],
  [`bytes=${"9".repeat(400)}-`, "none"],
])("of ten bytes, %j is %j", (header, expected) => {
  expect(readRange(header, 10)).toEqual(expected);
});
