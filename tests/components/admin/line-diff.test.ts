import { expect, test } from "vitest";
import { diffLines } from "#components/admin/line-diff.ts";

const shown = (before: string, after: string) =>
  diffLines([...before], [...after])
    .map(({ kind, text }) => ({ same: text, gone: `-${text}`, new: `+${text}` })[kind])
    .join("");

test("what both have stays, what one has is marked", () => {
  expect(shown("abcd", "abcd")).toBe("abcd");
  expect(shown("abcd", "axcd")).toBe("a-b+xcd");
  expect(shown("", "ab")).toBe("+a+b");
  expect(shown("abcde", "ace")).toBe("a-bc-de");
  expect(shown("ab", "")).toBe("-a-b");
});

test("long texts are compared in time, from their first difference to their last", () => {
  const long = Array.from({ length: 5000 }, (_, at) => `dòng ${at}`);
  const other = long.map((line, at) => (at > 100 && at < 4900 ? `${line} khác` : line));
  expect(diffLines(long, other).filter(({ kind }) => kind === "new")).toHaveLength(4799);
});
