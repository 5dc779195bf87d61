import { AppError } from "#lib/errors.ts";
import { officeTypeOf } from "#lib/media/office.ts";
import { refuseHostilePdf } from "#lib/media/pdf.ts";

export const PICTURE_TYPE = "image/webp";

/** What documents are served as, and the extension their address gets, whatever their uploader called them. */
const EXTENSIONS: Record<string, string> = {
  "application/pdf": "pdf",
  "application/msword": "doc",
  "application/vnd.ms-excel": "xls",
  "application/vnd.ms-powerpoint": "ppt",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  [PICTURE_TYPE]: "webp",
};

export const extensionOf = (type: string) => EXTENSIONS[type] ?? "bin";

type Kind = { picture: true; animated: boolean } | { picture: false; type: string };

const ascii = (bytes: Buffer, start: number, end: number) => bytes.toString("latin1", start, end);

/** What a file is by its own bytes: a picture to be made anew, or a document; anything else is refused with the way out. */
export async function kindOf(bytes: Buffer): Promise<Kind> {
  if (bytes.length === 0) throw new AppError("invalid", "Tệp này rỗng. Hãy chọn lại tệp.");
  const picture = pictureKind(bytes);
  if (picture) return picture;
  if (ascii(bytes, 0, 5) === "%PDF-") {
    await refuseHostilePdf(bytes);
    return { picture: false, type: "application/pdf" };
  }
  const office = officeTypeOf(bytes);
  if (office) return { picture: false, type: office };
  throw new AppError("invalid", refusalOf(bytes));
}

function pictureKind(bytes: Buffer): Kind | undefined {
  const head = ascii(bytes, 0, 12);
  if (head.startsWith("\xff\xd8\xff") || head.startsWith("\x89PNG\r\n\x1a\n"))
    return { picture: true, animated: false };
  if (/^GIF8[79]a/.test(head)) return { picture: true, animated: true };
  if (/^RIFF.{4}WEBP/s.test(head)) return { picture: true, animated: ascii(bytes, 12, 64).includes("ANIM") };
  return undefined;
}

function refusalOf(bytes: Buffer) {
  if (/^.{4}ftyp(?:avif|avis|heic|heix|hevc|mif1|msf1)/s.test(ascii(bytes, 0, 12)))
    return "Ảnh HEIC và AVIF không dùng được. Hãy lưu ảnh thành JPEG hoặc PNG rồi đưa lên lại (trên iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất).";
  const start = bytes.toString("utf8", 0, 4096);
  if (/<svg[\s>:]/i.test(start) || /^\s*(?:<\?xml|<!doctype svg)/i.test(start.replace(/^\ufeff/, "")))
    return "Ảnh SVG không dùng được. Hãy lưu ảnh thành PNG rồi đưa lên lại.";
  if (/^(?:II\*\0|MM\0\*|BM|8BPS)/.test(ascii(bytes, 0, 4)))
    return "Loại ảnh này không dùng được. Hãy lưu ảnh thành JPEG hoặc PNG rồi đưa lên lại.";
  return "Trang chỉ nhận ảnh (JPEG, PNG, WebP, GIF), tệp PDF và tệp Word, Excel, PowerPoint. Hãy lưu tệp thành một trong các loại đó rồi đưa lên lại.";
}
