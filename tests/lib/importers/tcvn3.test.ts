import { expect, test } from "vitest";
import { fromTcvn3, isTcvn3CapitalFont } from "#lib/importers/tcvn3.ts";

test.each([
  ["Uû ban nh©n d©n", "Uỷ ban nhân dân"],
  ["§¶ng bé ph­êng §«ng Thanh", "Đảng bộ phường Đông Thanh"],
  ["Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"],
  ["§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"],
  ["NghÞ quyÕt Trung ­¬ng 4 kho¸ XII", "Nghị quyết Trung ương 4 khoá XII"],
  ["§¶NG Uû PH¦êNG", "ĐẢNG Uỷ PHƯỜNG"],
  ["Hµ-Nam", "Hà-Nam"],
])("%s → %s", (typed, read) => {
  expect(fromTcvn3(typed)).toBe(read);
});

test("the capital fonts are told by name", () => {
  expect([".VnTimeH", ".VnArialH", ".VnTime", ".VnArial", "Times New Roman"].map(isTcvn3CapitalFont)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
