const HEADS = [
  "[UuỦủ][yỷ] [Bb]an|Ban|Bộ|UBND|UBKT|UBMTTQ|HĐND|HĐTV|MTTQ|Chính phủ|Thủ tướng|Chủ tịch|Phó [Cc]hủ tịch|Bộ trưởng",
  "Quốc hội|Hội|Đảng|Tỉnh|Thành|Huyện|Quận|Thị|Chi bộ|Trung ương|Văn phòng|Sở|Đoàn|Tổng|ĐẢNG|BAN|ỦY",
].join("|");

/** Syllables in small letters that stand inside a body's name; any other ends it. */
const INSIDE = new Set(
  [
    "ban bộ ủy uỷ tỉnh thành phố phường xã huyện quận thị trấn đảng hội nghị lần thứ nhất hai ba bốn tư năm sáu bảy tám",
    "chín mười trung ương khóa khoá nhân dân chấp hành tổ chức tuyên giáo kiểm tra vận quốc đoàn công an khối chi thường vụ",
    "trực bí thư phủ chủ tịch trưởng tướng trị tâm lý đường hầm sông quản cơ quan tối cao kinh tế tin thông dục tạo học",
    "nghệ chính nguyên trường nghiệp hóa thao lịch động binh tải dựng giao pháp phòng thương",
  ].flatMap((line) => line.split(" ")),
);
const JOINED =
  /(?:Thông tin|Giáo dục|Khoa học|Tuyên giáo|Kế hoạch|Tài nguyên|Nông nghiệp|Thể thao|Thương binh|Dân tộc) $/u;
const ENDS =
  /^(?:Quy định|Quyết định|Nghị quyết|Nghị định|Chỉ thị|Thông tư|Hướng dẫn|Kết luận|ban hành|chấp thuận|thông báo|thông qua)(?!\p{L})/u;
const UNIT = /^(?:tỉnh|thành|TP|tp|phường|xã|huyện|quận|thị|các)(?!\p{L})/u;
const TERM = /^\s\(kh[oó][aá]\s[IVX]{1,5}\)/u;
const LONGEST = 90;

const OF = /^\)?,?\s*của\s+(?:các\s+)?/iu;
const HEAD = new RegExp(`(?<![\\p{L}])(?:${HEADS})(?![\\p{L}])`, "gu");
const DONE =
  /^(?:,\s+\p{Lu}[\p{L}\s]{0,25})?,?\s*(?:(?:đã|vừa|mới)\s+)?(?:(?:được\s+)?(?:nêu\s+|ghi\s+|phê duyệt\s+)?tại|ký(?:\s+ban hành)?|ban hành|có|kiểm tra và có kết luận tại|có\s[^;.(]{0,90}\()\s*$/iu;

const PERSON = /^ \p{Lu}[\p{L} ]{0,30}(?= (?:vừa|đã|ký))/u;

/** The body after "của", with the length of all that was read; undefined when none follows. */
export function issuerAfter(text: string) {
  const lead = OF.exec(text);
  if (!lead) return undefined;
  const issuer = readBody(text.slice(lead[0].length));
  return issuer ? { issuer, length: lead[0].length + issuer.length } : undefined;
}

/** The body that the clause before a document names as its maker: "Chính phủ vừa ban hành …", "… của Thành ủy tại …". */
export function issuerBefore(clause: string) {
  let longest: string | undefined;
  for (const head of clause.matchAll(HEAD)) {
    const issuer = readBody(clause.slice(head.index));
    if (!issuer) continue;
    const rest = clause.slice(head.index + issuer.length);
    const heading = rest.trim() === "" && issuer === issuer.toUpperCase();
    if (heading || DONE.test(rest.replace(PERSON, ""))) longest ??= issuer;
  }
  return longest;
}

/** Reads a body's name from the start of `text`: capitalised words and the small words that names contain. */
function readBody(text: string) {
  let end = 0;
  for (const word of text
    .slice(0, LONGEST)
    .matchAll(/(?:[\p{L}\d.]+(?:-\p{Lu}+)?|[&–-]|\(UBKT\))(?=(\s|$|[,;:.)“”"(]))\s?/gu)) {
    if (word.index !== end || !belongs(word[0].trim(), text, end)) break;
    end += word[0].length;
    if (!/\s$/.test(word[0])) break;
  }
  const name = text
    .slice(0, end)
    .trim()
    .replace(/[.\s–&-]+$/u, "");
  const term = TERM.exec(text.slice(name.length));
  return name ? name + (term?.[0] ?? "") : undefined;
}

function belongs(word: string, text: string, at: number) {
  const [before, rest] = [text.slice(0, at), text.slice(at)];
  if (word === "và") return JOINED.test(before.split(" ").slice(-3).join(" "));
  if (/^[&–-]$|^\(UBKT\)$/.test(word)) return at > 0;
  if (at > 0 && ENDS.test(rest)) return false;
  if (INSIDE.has(word)) return true;
  if (!/^[\p{Lu}\d]/u.test(word)) return false;
  return !(/^(?:Phó )?[Cc]hủ tịch UBND $/u.test(before) && !UNIT.test(rest)); // a name of a person follows the office
}
