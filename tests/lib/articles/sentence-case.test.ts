import { expect, test } from "vitest";
import { isAllCapitals, suggestSentenceCase } from "#lib/articles/sentence-case.ts";

test.each([
  [
    "CHI BỘ 1 - PHƯỜNG ĐÔNG THANH TỔ CHỨC DIỄN ĐÀN SINH HOẠT CHI BỘ THỰC HIỆN NGHỊ QUYẾT TRUNG ƯƠNG 4 KHÓA XII",
    "Chi bộ 1 - phường Đông Thanh tổ chức diễn đàn sinh hoạt chi bộ thực hiện Nghị quyết Trung ương 4 khóa XII",
  ],
  ["UBND PHƯỜNG ĐÔNG HÀ HỌP", "UBND phường Đông Hà họp"],
  ["HỘI NGHỊ BCH ĐẢNG BỘ LẦN THỨ IV, NHIỆM KỲ 2025-2030", "Hội nghị BCH Đảng bộ lần thứ IV, nhiệm kỳ 2025-2030"],
  ["TRIỂN KHAI KẾ HOẠCH SỐ 28-KH/TU CỦA THÀNH ỦY", "Triển khai kế hoạch số 28-KH/TU của Thành ủy"],
  ["“ĐẢNG TRONG TÔI” Ở XÃ TA", "“Đảng trong tôi” ở xã ta"],
])("%s → %s", (title, suggestion) => {
  expect(suggestSentenceCase(title)).toBe(suggestion);
});

test.each([
  ["Chi bộ 1 tổ chức diễn đàn", false],
  ["UBND, HĐND, MTTQ phường Đông Hà", false],
  ["HỌP CHI BỘ", false],
  ["HỌP CHI BỘ KHU PHỐ 1", true],
])("%s is all capitals: %s", (title, expected) => {
  expect(isAllCapitals(title)).toBe(expected);
});
