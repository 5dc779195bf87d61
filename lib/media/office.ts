import { constants, inflateRawSync } from "node:zlib";
import { AppError } from "#lib/errors.ts";

const OOXML: [part: string, type: string][] = [
  ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
];
const OLE: [stream: string, type: string][] = [
  ["WordDocument", "application/msword"],
  ["Workbook", "application/vnd.ms-excel"],
  ["Book", "application/vnd.ms-excel"],
  ["PowerPoint Document", "application/vnd.ms-powerpoint"],
];

const MOST_PARTS = 5000;
const LARGEST_UNPACKED = 300 * 1024 * 1024;

/** The type of a Word, Excel or PowerPoint file by what is inside; undefined for anything else. Macros and bombs are refused. */
export function officeTypeOf(bytes: Buffer) {
  if (bytes.length < 512) return undefined;
  if (bytes.readUInt32LE(0) === 0x04034b50) return ooxmlType(bytes);
  if (bytes.toString("hex", 0, 8) === "d0cf11e0a1b11ae1") return oleType(bytes);
  return undefined;
}

function oleType(bytes: Buffer) {
  const has = (stream: string) => bytes.includes(Buffer.from(`${stream}\0`, "utf16le"));
  if (has("_VBA_PROJECT") || has("_VBA_PROJECT_CUR")) throw macros();
  return OLE.find(([stream]) => has(stream))?.[1];
}

function ooxmlType(bytes: Buffer) {
  const parts = listParts(bytes);
  if (!parts) throw new AppError("invalid", "Tệp này bị hỏng. Hãy mở bằng Word hoặc Excel, lưu lại rồi đưa lên.");
  const type = OOXML.find(([part]) => parts.some(({ name }) => name === part))?.[1];
  if (!type) return undefined;
  if (parts.some(({ name }) => /vbaProject\.bin$|\/activeX\//i.test(name))) throw macros();

  const packed = parts.reduce((sum, part) => sum + part.packed, 0);
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0);
  if (packed > bytes.length || unpacked > LARGEST_UNPACKED || parts.some((part) => declaresEntities(bytes, part)))
    throw new AppError(
      "invalid",
      "Tệp này không phải tệp Word, Excel bình thường nên không nhận được. Hãy lưu lại rồi đưa lên.",
    );
  return type;
}

const macros = () =>
  new AppError(
    "invalid",
    "Tệp này có macro (chương trình nằm trong tệp) nên không nhận được. Hãy lưu thành .docx, .xlsx không có macro hoặc PDF.",
  );

type Part = { name: string; packed: number; unpacked: number; compressed: boolean; offset: number };

/** The parts that the archive's directory names (APPNOTE.TXT 4.3.12, 4.3.16); undefined when it is damaged. */
function listParts(bytes: Buffer) {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 22 > bytes.length) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const parts: Part[] = [];
  while (parts.length < count) {
    if (count > MOST_PARTS || at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    parts.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      compressed: bytes.readUInt16LE(at + 10) === 8,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

const HEAD = 4096;

/** Office writes no document type declarations: one at the head of a part is there to blow up whoever opens it. */
function declaresEntities(bytes: Buffer, { name, offset, packed, compressed }: Part) {
  if (!/\.(?:xml|rels)$/i.test(name) || offset + 30 > bytes.length) return false;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const head = bytes.subarray(start, start + Math.min(packed, HEAD));
  return /<!(?:DOCTYPE|ENTITY)/i.test(textOfHead(head, compressed));
}

function textOfHead(head: Buffer, compressed: boolean) {
  if (!compressed) return head.toString("latin1");
  try {
    return inflateRawSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1", 0, HEAD);
  } catch {
    return ""; // damaged: Office will say so
  }
}
