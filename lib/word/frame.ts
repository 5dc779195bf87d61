import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { isoDate } from "#lib/time.ts";

export type Frame = { committee: string; ward: string; superior?: string; day: Date | null };

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };
const MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM";
const COLUMNS = [4200, 4870];

const line = (text: string, { bold = false, italics = false, size = 26, underline = false } = {}) =>
  new Paragraph({
    style: "Cell",
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, bold, italics, size, ...(underline && { underline: {} }) })],
  });

/** Who speaks and when, in the two columns of a Party document (HD 36-HD/VPTW of 2018). */
export function frameOf({ committee, ward, superior, day }: Frame) {
  const place = ward.replace(/^(phường|xã|thị trấn|đặc khu)\s+/iu, "");
  const left = [
    ...(superior ? [line(superior.toUpperCase())] : []),
    line(committee.toUpperCase(), { bold: true }),
    line("*"),
  ];
  const right = [
    line(MOTTO, { bold: true, size: 28, underline: true }),
    line(`${place}, ${dayInWords(day)}`, { italics: true }),
  ];
  return columnsOf([left, right], COLUMNS);
}

const WIDTH = 9070;

/** Places to sign side by side, each with room for a hand and a name. */
export function signaturesOf(signers: string[]) {
  const place = (signer: string) => [
    line(signer.toUpperCase(), { bold: true }),
    line("(ký, ghi rõ họ tên)", { italics: true }),
    ...Array.from({ length: 4 }, () => line("")),
  ];
  return columnsOf(
    signers.map(place),
    signers.map(() => Math.floor(WIDTH / signers.length)),
  );
}

/** Columns without a line between them. */
const columnsOf = (columns: Paragraph[][], widths: number[]) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          (children, at) =>
            new TableCell({ children, borders: NO_BORDERS, width: { size: widths[at] ?? 0, type: WidthType.DXA } }),
        ),
      }),
    ],
  });

/** "ngày 05 tháng 01 năm 2026": days below ten and the months 1 and 2 take a nought, so that none can be added. */
function dayInWords(instant: Date | null) {
  if (!instant) return "ngày     tháng     năm";
  const [year, month = "", day] = isoDate(instant).split("-");
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}
