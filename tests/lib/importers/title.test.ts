import { expect, test } from "vitest";
import { titleAndDay } from "#lib/importers/title.ts";

test.each([
  ["KHÓA XII(19/07/2017)", { title: "KHÓA XII", dateline: "2017-07-19" }],
  ["Họp báo (1-2-2020) ", { title: "Họp báo", dateline: "2020-02-01" }],
  ["Chỉ thị 05 (khóa XII)", { title: "Chỉ thị 05 (khóa XII)" }],
  ["Không có ngày này (31/02/2020)", { title: "Không có ngày này (31/02/2020)" }],
  ["(19/07/2017)", { title: "(19/07/2017)" }],
])("%s", (line, expected) => {
  expect(titleAndDay(line)).toEqual(expected);
});
