import { findEach, type Rule } from "#lib/articles/checklist-rule.ts";

const GAP = "[ .\u00a0-]?";
/** Twelve digits together, or in groups when they start as a citizen's number does (with a province's code). */
const CITIZEN_ID = /(?<![\d.,/-])(?:\d{12}|0\d\d(?:[ \u00a0-]?\d{3}){3})(?!\d|[.,/-]\d)/gu;
const OLD_ID = /(?<!\p{L})(?:CMND|CMTND|chứng minh (?:nhân dân|thư))[^\d\n]{0,20}\d{9}(?!\d)/giu;
const PHONE = new RegExp(
  String.raw`(?<![\d.,/-])(?:\+84${GAP}|0084${GAP}|0)(?:[35789](?:${GAP}\d){8}|2(?:${GAP}\d){9})(?!\d|[./-]\d)`,
  "gu",
);
const NO_PHONE = /(?:mã số thuế|MST|tài khoản|STK|số hiệu|mã số)[^\d\n]{0,20}$/iu;

const STAMP =
  /(?<!\p{L})(?<!BÍ )(?:TUYỆT MẬT|TỐI MẬT|MẬT(?! (?:ONG|MÃ|KHẨU|DANH|VỤ|THIẾT|ĐỘ|NGỮ|THƯ|PHỤC)))(?!\p{L})/gu;
const INTERNAL =
  /(?<!\p{L})(?:lưu hành nội bộ|chỉ đạo nội bộ|tài liệu nội bộ|thông tin nội bộ|không phổ biến ra ngoài|độ (?:tuyệt |tối )?mật\s*:)(?!\p{L})/giu;

export const privacyRules: Rule[] = [
  {
    rule: "personal-data",
    level: "warning",
    passed: "Không thấy số căn cước hay số điện thoại của ai.",
    find: ({ text }) => [
      ...findEach(text, CITIZEN_ID, () => "Có dãy 12 chữ số trông như số căn cước. Nếu là của một người, hãy xóa đi."),
      ...findEach(text, OLD_ID, () => "Có số chứng minh nhân dân. Hãy xóa đi trước khi đăng."),
      ...findEach(text, PHONE, (match) =>
        NO_PHONE.test(text.slice(Math.max(0, match.index - 40), match.index))
          ? undefined
          : `Có số điện thoại ${match[0]}. Chỉ để lại nếu đó là số của cơ quan hoặc người đó đã đồng ý.`,
      ),
    ],
  },
  {
    rule: "secrecy",
    level: "warning",
    passed: "Không thấy dấu mật hay chữ “nội bộ”.",
    find: ({ text }) => [
      ...findEach(
        text,
        STAMP,
        ([mark]) => `Bài có chữ “${mark}” như dấu độ mật. Văn bản mật không được đưa lên trang.`,
      ),
      ...findEach(text, INTERNAL, ([mark]) => `Bài có chữ “${mark}”. Hãy chắc chắn nội dung này được phép công khai.`),
    ],
  },
];
