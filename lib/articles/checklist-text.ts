import { LRUCache } from "lru-cache";
import { findEach, type Reading, type Rule } from "#lib/articles/checklist-rule.ts";
import { NOTE_TO_WRITE } from "#lib/html-elements.ts";
import { isVietnameseSyllable } from "#lib/syllable.ts";

/** Words that are never said twice on purpose; Vietnamese doubles many others ("dần dần", "nhà nhà"). */
const DOUBLED = new RegExp(
  `(?<!\\p{L})(?<word>${"đã của các những và là có được trong cho với về tại theo đến từ khi này để sẽ đang thì mà do bởi số hoạt việc cùng ngày tháng năm trên dưới không phải cần thực hiện công tác đồng chí ban nghị quyết hội"
    .split(" ")
    .join("|")})[ \\u00a0]+\\k<word>(?!\\p{L})`,
  "giu",
);
const DOUBLED_PAIR = /(?<!\p{L})(?<pair>\p{L}{2,10}[ \u00a0]\p{L}{2,10})[ \u00a0]+\k<pair>(?!\p{L})/giu;
const SAID_TWICE = /^(?:ngày ngày|năm năm|từ từ|không không)$/iu;
const NO_SPACE = /(?<![\p{L}.@/])\p{L}*\p{Ll}{2}[.!?;]\p{Lu}\p{Ll}*(?![\p{L}./@])/gu;

const UNWRITTEN = new RegExp(NOTE_TO_WRITE.replace(".", "\\."), "gu");

const GAMBLING_WORDS =
  "nhà cái|cá cược|cá độ bóng đá|tài xỉu|xóc đĩa|nổ hũ|bắn cá đổi thưởng|đánh bài đổi thưởng|game bài|lô đề online|soi kèo|kèo nhà cái|đá gà trực tiếp|quay hũ|rút tiền về tài khoản ngân hàng nhanh";
const GAMBLING = new RegExp(`(?<!\\p{L})(?:${GAMBLING_WORDS})(?!\\p{L})`, "giu");
const GAMBLING_BRANDS =
  /(?<![\p{L}\d])(?:casino|baccarat|\d{2,3}bet|[a-z]{1,3}88|8xbet|kubet|sunwin|go88|hitclub|rikvip|b52club)(?![\p{L}\d])/giu;

export const textRules: Rule[] = [
  {
    rule: "gambling",
    level: "warning",
    passed: "Không thấy chữ quảng cáo cờ bạc.",
    find: ({ text }) =>
      [GAMBLING, GAMBLING_BRANDS].flatMap((pattern) =>
        findEach(
          text,
          pattern,
          ([words]) =>
            `Bài có chữ “${words}” hay gặp trong quảng cáo cờ bạc. Nếu bạn không tự viết câu này, hãy báo người quản trị.`,
        ),
      ),
  },
  {
    rule: "footnote",
    level: "warning",
    passed: "Chú thích nào cũng đã có lời.",
    find: ({ text }) =>
      findEach(text, UNWRITTEN, () => "Có chú thích còn để trống. Hãy ghi lời chú thích, hoặc xóa chú thích đi."),
  },
  { rule: "scrambled", level: "warning", passed: "Chữ và dấu đọc được.", find: scrambled },
  {
    rule: "double-word",
    level: "warning",
    passed: "Không có chữ gõ lặp.",
    find: ({ text }) =>
      [DOUBLED, DOUBLED_PAIR].flatMap((pattern) =>
        findEach(text, pattern, ([words]) =>
          SAID_TWICE.test(words) ? undefined : `Chữ gõ lặp: “${words}”. Hãy bỏ bớt một.`,
        ),
      ),
  },
  {
    rule: "space-after-stop",
    level: "warning",
    passed: "Sau dấu chấm câu đều có dấu cách.",
    find: ({ text }) =>
      findEach(text, NO_SPACE, ([words]) => `Thiếu dấu cách sau dấu câu: “${words}”. Hãy thêm dấu cách.`),
  },
];

const FEWEST = 5;
const SHARE = 0.08;
/** The first so many characters tell as much as all of them. */
const SAMPLE = 50_000;

/** Spam and text in an old font show as words with accents that no Vietnamese syllable has ("gịán lận tróng"). */
function scrambled({ text }: Reading) {
  const words = text.slice(0, SAMPLE).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const accented = words.filter((word) => word.length < 10 && /[^a-z]/i.test(word));
  const wrong = accented.filter((word) => !verdicts.memo(word) && !/^\p{Lu}+$/u.test(word));
  if (wrong.length < FEWEST || wrong.length < accented.length * SHARE) return [];
  const shown = [...new Set(wrong)].slice(0, 5).join(", ");
  return [
    {
      sentence: `Nhiều chữ không phải tiếng Việt đúng dấu (${shown}). Có thể bài dùng phông chữ cũ hoặc bị chèn nội dung lạ.`,
      place: wrong[0] ?? "",
    },
  ];
}

/** Which words are right: every article is made of the same few thousand syllables. */
const verdicts = new LRUCache<string, boolean>({ max: 20_000, memoMethod: (word) => isWellFormed(word) });

const TONED = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** A syllable whose tone stands on its marked vowel: "trường", not "trừơng". Where none is marked, both "hòa" and "hoà" are right. */
function isWellFormed(word: string) {
  if (!isVietnameseSyllable(word)) return false;
  const letters = [...word.toLowerCase().normalize("NFC")].map((letter) => letter.normalize("NFD"));
  const toned = letters.findIndex((letter) => TONED.test(letter));
  const bare = letters.map((letter) => letter.replace(TONED, "").normalize("NFC"));
  const marked = bare.findLastIndex((letter) => /[ăâêôơ]/.test(letter));
  const main = marked >= 0 ? marked : bare.indexOf("ư");
  return toned < 0 || main < 0 || toned === main;
}
