import { expect, test } from "vitest";
import { csvOf } from "#lib/csv.ts";

test("formulas are neutralised, separators and quotes quoted, Vietnamese marked as UTF-8", () => {
  const rows = [
    ["Ý chọn", "Số phiếu"],
    ["=HYPERLINK(1)", 3],
    ['Tốt, "rất"', 0],
    ["@a", "-1"],
    ["+1\n2", ""],
    ["＝1＋1", "\n=1"],
    ["Tốt;=1+1", "a\t@b; c"],
  ];
  expect(csvOf(rows)).toBe(
    `\uFEFFÝ chọn,Số phiếu\r\n'=HYPERLINK(1),3\r\n"Tốt, ""rất""",0\r\n'@a,'-1\r\n"'+1\n2",\r\n'＝1＋1,"'\n=1"\r\n"Tốt;'=1+1","a\t'@b; c"\r\n`,
  );
});
