import { findEach, type Reading, type Rule, textIn } from "#lib/articles/checklist-rule.ts";

const GAP = "[ .\u00a0-]?";
/** Twelve digits together, or in groups when they start as a citizen's number does (with a province's code). */
const CITIZEN_ID = /(?<![\d.,/-])(?:\d{12}|0\d\d(?:[ \u00a0-]?\d{3}){3})(?!\d|[.,/-]\d)/gu;
const OLD_ID = /(?<!\p{L})(?:CMND|CMTND|chứng minh (?:nhân dân|thư))[^\d\n]{0,20}\d{9}(?!\d)/giu;
const PHONE = new RegExp(
  String.raw`(?<![\d.,/-])(?:\+84${GAP}|0084${GAP}|0)(?:[35789](?:${GAP}\d){8}|2(?:${GAP}\d){9})(?!\d|[./-]\d)`,
  "gu",
);
/** With the province's code in brackets, or set off by a dash: (0233) 3852 123. */
const LANDLINE = new RegExp(
  String.raw`(?<![\d.,/-])(?:\((?:0|\+?84[ .-]?)2\d{1,2}\)\s?|02\d{1,2}\s[-–]\s)\d(?:${GAP}\d){6,7}(?!\d|[./-]\d)`,
  "gu",
);
const NO_PHONE = /(?:mã số thuế|MST|tài khoản|STK|số hiệu|mã số)[^\d\n]{0,20}$/iu;

const STAMP =
  /(?<!\p{L})(?<!BÍ )(?:TUYỆT MẬT|TỐI MẬT|MẬT(?! (?:ONG|MÃ|KHẨU|DANH|VỤ|THIẾT|ĐỘ|NGỮ|THƯ|PHỤC)))(?!\p{L})/gu;
const MARK = "(?<mark>tuyệt mật|tối mật|mật|nội bộ)";
/** A mark that has a line or a cell of a table to itself, in whatever letters. */
const ALONE = new RegExp(String.raw`^[\s(\[“"*•–-]*${MARK}[\s)\]”"*.:;!–-]*$`, "iu");
/** A mark before what it is about: "(Mật) Báo cáo …", "Nội bộ: …". */
const AHEAD = new RegExp(String.raw`^\s*(?:[(\[]${MARK.replace("mark", "bracketed")}[)\]]|${MARK}\s?[:–-]\s)`, "iu");
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
      ...[PHONE, LANDLINE].flatMap((pattern) =>
        findEach(text, pattern, (match) =>
          NO_PHONE.test(text.slice(Math.max(0, match.index - 40), match.index))
            ? undefined
            : `Có số điện thoại ${match[0]}. Chỉ để lại nếu đó là số của cơ quan hoặc người đó đã đồng ý.`,
        ),
      ),
    ],
  },
  {
    rule: "secrecy",
    level: "warning",
    passed: "Không thấy dấu mật hay chữ “nội bộ”.",
    find: ({ text, ...reading }) => [
      ...findEach(text, STAMP, ([mark]) => stamped(mark)),
      ...marksAlone(reading),
      ...findEach(text, INTERNAL, ([mark]) => `Bài có chữ “${mark}”. Hãy chắc chắn nội dung này được phép công khai.`),
    ],
  },
];

const stamped = (mark: string) => `Bài có chữ “${mark}” như dấu độ mật. Văn bản mật không được đưa lên trang.`;

/** How many lines of a text are its head, where a mark stands before other words. */
const HEAD = 3;

/** Marks that only their place tells from ordinary words; those in capitals are found wherever they stand. */
function marksAlone({ title, summary, bodyText, elements }: Omit<Reading, "text">) {
  const lines = bodyText.split("\n");
  const cells = [...elements("td"), ...elements("th")].map(textIn);
  const found = [
    ...[title, summary, ...lines, ...cells].map((line) => ({ line, match: ALONE.exec(line) })),
    ...[title, summary, ...lines.slice(0, HEAD)].map((line) => ({ line, match: AHEAD.exec(line) })),
  ].flatMap(({ line, match }) => {
    const mark = match?.groups?.["mark"] ?? match?.groups?.["bracketed"];
    if (!mark || mark.match(STAMP)) return [];
    return [{ sentence: stamped(mark), place: line.slice(0, 80).replace(/\s+/g, " ").trim() }];
  });
  return [...new Map(found.map((finding) => [finding.sentence, finding])).values()];
}
