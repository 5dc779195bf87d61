import { expect, test } from "vitest";
import { fromVni, isVniFont } from "#lib/importers/vni.ts";

test.each([
  ["UÛy ban nhaân daân phöôøng", "Ủy ban nhân dân phường"],
  ["Ñaûng boä phöôøng Ñoâng Thanh", "Đảng bộ phường Đông Thanh"],
  ["COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
  ["Nghò quyeát Trung öông", "Nghị quyết Trung ương"],
  ["moät trôøi, lôùp hoïc, nôû hoa, môõ, lôïi", "một trời, lớp học, nở hoa, mỡ, lợi"],
  ["taêng tröôûng, naém, baèng, laën, traéng", "tăng trưởng, nắm, bằng, lặn, trắng"],
])("%s → %s", (typed, read) => {
  expect(fromVni(typed)).toBe(read);
});

test("a font is told by its name", () => {
  expect(["VNI-Times", "VNI-Helve-Condense", "Times New Roman"].map(isVniFont)).toEqual([true, true, false]);
});
