const ACRONYMS = new Set(
  (
    "UBND UBMTTQ UBKT MTTQ HĐND BCH BTV BCĐ TU ĐU HU QU TW TƯ TP UBQG ANTT ATGT ATTP ANQP QPAN CAND QĐND LLVT HTX LHPN ĐTN " +
    "TNCS CCB HND CĐ ĐH BHXH BHYT CNTT CCHC CCHC KHCN PCCC VHTT GDĐT TDTT DVC OCOP KT XH AN QP GRDP GDP ASEAN COVID VNEID"
  ).split(" "),
);

/** Written with capitals wherever they stand. */
const NAMES = [
  "Đảng",
  "Trung ương",
  "Bộ Chính trị",
  "Ban Bí thư",
  "Ban Chấp hành",
  "Ban Thường vụ",
  "Quốc hội",
  "Chính phủ",
  "Nhà nước",
  "Hồ Chí Minh",
  "Bác Hồ",
  "Việt Nam",
  "Hà Nội",
  "Mặt trận Tổ quốc",
  "Tổ quốc",
  "Tết",
  "Nghị quyết",
  "Chỉ thị",
  "Kết luận",
  "Đại hội",
  "Đảng ủy",
  "Đảng bộ",
  "Tỉnh ủy",
  "Thành ủy",
];

const UNIT = /(?<![\p{L}])(?:phường|xã|huyện|quận|tỉnh|thị xã|thị trấn|thành phố|tp\.?) (?<name>\p{L}+ \p{L}+)/giu;
/** Words that follow "phường", "xã" … without being its name. */
const NO_NAME =
  /^(?:tổ|đã|và|về|ra|có|lần|khóa|nhiệm|hội|thực|triển|tham|phối|đẩy|trao|công|họp|được|trong|năm|tiếp|kỷ|quán|sơ|tổng|làm|gặp|thăm|ta|mới|nhà)$/iu;

const letters = (text: string) => text.replace(/[^\p{L}]/gu, "");

export function isAllCapitals(title: string) {
  const all = letters(title);
  return all.length >= 12 && all.replace(/\p{Lu}/gu, "").length <= all.length * 0.2;
}

/** A title in capitals as a clerk would write it: acronyms, roman numerals, document numbers and known names keep theirs. */
export function suggestSentenceCase(title: string) {
  const words = title.split(/(\s+)/).map((word) => (keepsCapitals(word) ? word : word.toLowerCase()));
  const named = capitaliseNames(words.join(""));
  return named.replace(/^[^\p{L}]*\p{L}/u, (start) => start.toUpperCase());
}

function keepsCapitals(word: string) {
  const bare = letters(word);
  if (!bare) return true;
  if (/\d/.test(word) || /^\p{Lu}+[-/]\p{Lu}+$/u.test(word)) return true;
  if (/^(?:X{0,3}(?:IX|IV|V?I{0,3}))$/.test(bare) && bare !== "") return true;
  return ACRONYMS.has(bare.toUpperCase()) || /^[^AEIOUYÀ-ỹ]{2,}$/iu.test(bare.replace(/Đ/giu, "D"));
}

function capitaliseNames(text: string) {
  const units = text.replace(UNIT, (whole, name: string) => {
    if (NO_NAME.test(name.split(" ")[0] ?? "")) return whole;
    return whole.slice(0, -name.length) + name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  });
  return NAMES.reduce((line, name) => line.replace(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "giu"), name), units);
}
