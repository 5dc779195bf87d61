import { AppError } from "#lib/errors.ts";
import { detectEncoding, rescueEncoding } from "#lib/importers/legacy-encoding.ts";

/** Marks of a text that went through a wrong decoding once: UTF-8 read as Latin-1, or a TCVN3 font's codes read as letters. */
const READ_AS_LATIN_1 = /áº[\u0080-\u00bf]|á»[\u0080-\u00bf]|Ä[\u0090\u0091‘]/g;
const LEGACY_FONT = /[§®][µ¶·¸¹\p{Ll}]|\p{L}[µ¶·¸¹©®ª¬«¨¼½¾×÷§]\p{L}/gu;
const TOLERATED = 2;

/** The text of a file in NFC, TCVN3 and VNI included; a sentence when its encoding cannot be told for certain, never a guess. */
export function decodeText(bytes: Uint8Array, declared?: string) {
  const { text } = rescueEncoding(decode(bytes, encodingOf(bytes) ?? declared ?? "utf-8"));
  if (text.includes("\0"))
    throw new AppError("invalid", "Tệp này không phải văn bản. Hãy chọn tệp .txt, .html hoặc .jsonl.");
  if (count(text, READ_AS_LATIN_1) > TOLERATED || count(text, LEGACY_FONT) > TOLERATED)
    throw new AppError(
      "invalid",
      "Chữ trong tệp bị lỗi phông (TCVN3, VNI hoặc mã cũ). Hãy chuyển sang Unicode rồi nhập lại.",
    );
  return text;
}

function decode(bytes: Uint8Array, encoding: string) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const singleBytes = new TextDecoder("latin1").decode(bytes);
    if (encoding === "utf-8" && detectEncoding(singleBytes) !== undefined) return singleBytes;
    throw new AppError("invalid", "Không đọc được bảng mã của tệp. Hãy lưu lại tệp với mã UTF-8 rồi nhập lại.");
  }
}

/** Byte order mark, else UTF-16 by where the zero bytes of its first letters stand (WHATWG names; UTF-8 is the default). */
function encodingOf(bytes: Uint8Array) {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return undefined;
}

const count = (text: string, mark: RegExp) => text.match(mark)?.length ?? 0;
