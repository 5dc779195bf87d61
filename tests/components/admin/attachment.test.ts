import { expect, test } from "vitest";
import { attachmentText } from "#components/admin/attachment.ts";

test.each([
  ["Kế hoạch quý IV.pdf", "/tep/a/ke-hoach-quy-iv.pdf", 240_000, "Kế hoạch quý IV (PDF, 240 KB)"],
  ["Biểu mẫu 1.2.XLSX", "/tep/a/bieu-mau-1-2.xlsx", 1_540_000, "Biểu mẫu 1.2 (Excel, 1,5 MB)"],
  ["Mời họp", "/tep/a/moi-hop.doc?v=1", 10, "Mời họp (Word, 1 KB)"],
])("a link to %s says what is behind it", (name, url, bytes, text) => {
  expect(attachmentText({ name, url, bytes })).toBe(text);
});
