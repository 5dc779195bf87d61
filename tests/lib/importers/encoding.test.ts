import { expect, test } from "vitest";
import { decodeText } from "#lib/importers/encoding.ts";

const text = "Đảng ủy phường “Đông Thanh” – 2017";

test.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with BOM", Buffer.from(`\uFEFF${text}`)],
  ["decomposed UTF-8", Buffer.from(text.normalize("NFD"))],
  ["UTF-16 LE with BOM", Buffer.from(`\uFEFF${text}`, "utf16le")],
  ["UTF-16 BE with BOM", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
])("%s", (_encoding, bytes) => {
  expect(decodeText(bytes)).toBe(text);
});

test("UTF-16 without a mark is known by its zero bytes", () => {
  expect(decodeText(Buffer.from("Tin tức", "utf16le"))).toBe("Tin tức");
});

test.each([
  ["bytes of a single-byte font", Buffer.from([0x54, 0x69, 0x6e, 0xae, 0xb5])],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00])],
  ["UTF-8 with a zero byte", Buffer.from("chữ\0chữ")],
  ["UTF-8 read as Latin-1", Buffer.from(Buffer.from("Đảng ủy phường, hội nghị").toString("latin1"))],
])("%s is refused with a sentence", (_what, bytes) => {
  expect(() => decodeText(bytes)).toThrow(/Unicode|UTF-8|văn bản/);
});

test.each(["utf8", "latin1"] as const)("TCVN3 letters kept as %s are converted", (encoding) => {
  const typed = Buffer.from("§¶ng uû ph­êng tæ chøc héi nghÞ, ®¹i héi ®ång chÝ §¶ng viªn", encoding);
  expect(decodeText(typed)).toBe("Đảng uỷ phường tổ chức hội nghị, đại hội đồng chí Đảng viên");
});

test("signs that a Vietnamese text may well hold are no sign of a broken font", () => {
  const fine = "© 2026 Đảng ủy phường. Điều § 5, 12 m², «trích», ½ giờ, ± 3, 20 × 30 cm.";
  expect(decodeText(Buffer.from(fine))).toBe(fine);
});
