/**
 * TCVN3 (ABC) fonts: one byte a letter, seen by Unicode software as these Latin-1 characters (TCVN 5712:1993, VN3).
 * U+00AD, the soft hyphen, is ư. There is no code for a toned capital.
 */
const CODES =
  "à µ ả ¶ ã · á ¸ ạ ¹ ă ¨ ằ » ẳ ¼ ẵ ½ ắ ¾ ặ Æ â © ầ Ç ẩ È ẫ É ấ Ê ậ Ë đ ® è Ì ẻ Î ẽ Ï é Ð ẹ Ñ ê ª ề Ò ể Ó ễ Ô ế Õ ệ Ö " +
  "ì × ỉ Ø ĩ Ü í Ý ị Þ ò ß ỏ á õ â ó ã ọ ä ô « ồ å ổ æ ỗ ç ố è ộ é ơ ¬ ờ ê ở ë ỡ ì ớ í ợ î " +
  "ù ï ủ ñ ũ ò ú ó ụ ô ư \u00ad ừ õ ử ö ữ ÷ ứ ø ự ù ỳ ú ỷ û ỹ ü ý ý ỵ þ Ă ¡ Â ¢ Ê £ Ô ¤ Ơ ¥ Ư ¦ Đ §";

const letters = CODES.split(" ");
const fromCode = new Map(letters.flatMap((letter, at) => (at % 2 === 0 ? [[letters[at + 1] ?? "", letter]] : [])));
const code = new RegExp(`[${[...fromCode.keys()].join("")}]`, "gu");

/** A toned letter among capitals had no capital code to be typed with: at least two capitals and no plain small letter. */
const meantInCapitals = (word: string) => (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2 && !/[a-zăâêôơưđ]/u.test(word);

/** Text typed in a TCVN3 font as Unicode NFC. */
export const fromTcvn3 = (text: string) =>
  text
    .replace(code, (found) => fromCode.get(found) ?? found)
    .replace(/\p{L}+/gu, (word) => (meantInCapitals(word) ? word.toUpperCase() : word))
    .normalize("NFC");

export const isTcvn3Font = (font: string) => /^\.vn/i.test(font);

/** ".VnTimeH" and its kin draw capitals for the codes of small letters, so only the font's name tells the case. */
export const isTcvn3CapitalFont = (font: string) => /^\.vn.*h$/i.test(font.trim());
