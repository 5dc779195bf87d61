import { unzipSync } from "fflate";
import { AppError } from "#lib/errors.ts";

const MB = 1024 * 1024;
const LARGEST_FILE = 25 * MB;
const LARGEST_TEXT = 20 * MB;
const LARGEST_WHOLE = 200 * MB;
const MOST_PARTS = 5_000;
/** A page of white pixels packs a thousand to one, so only a large whole is held to a ratio. */
const RATIO = 100;
const RATIO_MATTERS_FROM = 50 * MB;

const ZIP = [0x50, 0x4b];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
const refuse = (sentence: string) => new AppError("invalid", sentence);

export const UNREADABLE = "Tệp Word bị hỏng, không đọc được. Hãy mở tệp bằng Word, chọn Lưu thành .docx rồi thử lại.";
export const TOO_LARGE = "Tệp Word chứa quá nhiều dữ liệu khi giải nén. Hãy chia tệp hoặc thu nhỏ ảnh rồi thử lại.";

/** What can be told without unpacking anything; throws AppError with the way out. */
export function refuseByHeader(bytes: Uint8Array) {
  if (bytes.length > LARGEST_FILE) throw refuse("Tệp Word lớn hơn 25 MB. Hãy thu nhỏ ảnh trong tệp rồi thử lại.");
  if (startsWith(bytes, OLD_OFFICE))
    throw refuse(
      "Tệp này là .doc kiểu cũ hoặc có đặt mật khẩu. Hãy mở bằng Word, bỏ mật khẩu, chọn Lưu thành .docx rồi thử lại.",
    );
  if (!startsWith(bytes, ZIP)) throw refuse("Đây không phải tệp Word. Hãy chọn tệp có đuôi .docx.");
}

type Part = { name: string; size: number };

/** The parts of a Word file, none of them unpacked before the whole list was found harmless. */
export function openPackage(bytes: Uint8Array) {
  refuseByHeader(bytes);
  const parts = listParts(bytes);
  refuseBombs(parts, bytes.length);

  const names = new Set(parts.map(({ name }) => name));
  return {
    names,
    /** The bytes of the parts that exist among `wanted`; a declared size is a ceiling, whatever the stream holds. */
    read: (wanted: Iterable<string>) => {
      const chosen = new Set(wanted);
      return unpack(bytes, (name) => chosen.has(name));
    },
  };
}

function listParts(bytes: Uint8Array) {
  const parts: Part[] = [];
  unpack(bytes, (name, size) => {
    parts.push({ name, size });
    return false;
  });
  return parts;
}

function unpack(bytes: Uint8Array, wanted: (name: string, size: number) => boolean) {
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize }) => wanted(name, originalSize) });
  } catch {
    throw refuse(UNREADABLE);
  }
}

function refuseBombs(parts: Part[], packed: number) {
  const whole = parts.reduce((sum, { size }) => sum + size, 0);
  const swollen = whole > RATIO_MATTERS_FROM && whole / packed > RATIO;
  const longText = parts.some(({ name, size }) => /\.(xml|rels)$/i.test(name) && size > LARGEST_TEXT);
  if (parts.length > MOST_PARTS || whole > LARGEST_WHOLE || swollen || longText) throw refuse(TOO_LARGE);

  const names = parts.map(({ name }) => name);
  const tricks = names.some((name) => /^[/\\]|^[a-z]:|\\|\0|(^|\/)\.\.(\/|$)/i.test(name));
  if (tricks || new Set(names).size !== names.length) throw refuse(UNREADABLE);
}
