import { allOf, parseHtml } from "#lib/html-tree.ts";
import type { Note, NoteKind, Notes } from "#lib/importers/docx-notes.ts";

type ReportItem = { what: string; count: number; sentence: string; places: string[] };
export type ImportReport = { kept: ReportItem[]; changed: ReportItem[]; dropped: ReportItem[] };

type Sentence = (count: number) => string;

const CHANGED: Partial<Record<NoteKind, Sentence>> = {
  tcvn3: (count) => `${count} đoạn chữ gõ bằng phông TCVN3 (.VnTime) đã chuyển sang Unicode. Hãy đọc lại cho chắc.`,
  vni: (count) => `${count} đoạn chữ gõ bằng phông VNI đã chuyển sang Unicode. Hãy đọc lại cho chắc.`,
  "written-number": (count) => `${count} số thứ tự tự động (như "Điều 1.", "1.1.") đã viết thành chữ để giữ đúng số.`,
  equation: (count) => `${count} công thức đã chuyển thành chữ thường.`,
  "text-box": (count) => `${count} hộp chữ đã đưa vào sau đoạn văn chứa nó.`,
  "long-heading": (count) => `${count} đoạn quá dài để làm tiêu đề mục đã chuyển thành đoạn văn.`,
  "white-text": (count) => `${count} chỗ có chữ màu trắng nay hiện ra. Hãy xem có nên để không.`,
  "inner-link": (count) => `${count} liên kết tới chỗ khác trong tệp nay chỉ còn chữ.`,
};

const DROPPED: Partial<Record<NoteKind, Sentence>> = {
  hidden: (count) => `Đã bỏ ${count} chỗ chữ ẩn.`,
  deleted: (count) => `Đã bỏ ${count} chỗ bị xóa khi theo dõi thay đổi (Track Changes).`,
  comment: (count) => `Đã bỏ ${count} nhận xét (Comment).`,
  "linked-picture": (count) => `Đã bỏ ${count} ảnh nằm ngoài tệp. Hãy chèn ảnh vào tệp Word hoặc tải ảnh lên.`,
  "lost-picture": (count) => `Đã bỏ ${count} ảnh bị hỏng hoặc thiếu trong tệp.`,
  "refused-picture": (count) =>
    `Đã bỏ ${count} ảnh không dùng được trên trang. Hãy lưu thành JPEG hoặc PNG rồi thêm lại.`,
  link: (count) => `Đã bỏ ${count} liên kết không an toàn; chữ vẫn còn.`,
  "header-footer": () => "Đã bỏ đầu trang, chân trang.",
  contents: () => "Đã bỏ mục lục tự động vì trang web không có số trang.",
  drawing: (count) => `Đã bỏ ${count} biểu đồ hoặc sơ đồ. Hãy chụp lại thành ảnh rồi thêm vào.`,
  embedded: (count) => `Đã bỏ ${count} đối tượng nhúng (bảng Excel, tệp đính kèm…).`,
  macro: () => "Đã bỏ chương trình (macro) trong tệp.",
};

const KEPT: { what: string; names: string[]; sentence: Sentence }[] = [
  { what: "heading", names: ["h2", "h3", "h4"], sentence: (count) => `${count} tiêu đề mục` },
  { what: "paragraph", names: ["p"], sentence: (count) => `${count} đoạn văn` },
  { what: "list", names: ["ul", "ol"], sentence: (count) => `${count} danh sách` },
  { what: "table", names: ["table"], sentence: (count) => `${count} bảng` },
  { what: "picture", names: ["img"], sentence: (count) => `${count} ảnh` },
];

/** What an import kept, changed and dropped, in sentences for the clerk who checks it. */
export function reportOf(html: string, notes: Notes): ImportReport {
  const nodes = parseHtml(html).children;
  const kept = KEPT.map(({ what, names, sentence }) => ({ what, sentence, count: allOf(nodes, ...names).length }));
  const links = allOf(nodes, "a").map(({ attribs }) => attribs["href"] ?? "");
  kept.push(
    {
      what: "link",
      sentence: (count) => `${count} liên kết`,
      count: links.filter((href) => !href.startsWith("#")).length,
    },
    {
      what: "footnote",
      sentence: (count) => `${count} chú thích`,
      count: links.filter((href) => href.startsWith("#chu-thich-")).length,
    },
    {
      what: "inserted",
      sentence: (count) => `${count} chỗ được thêm khi theo dõi thay đổi`,
      count: notes.inserted?.count ?? 0,
    },
  );
  return {
    kept: kept
      .filter(({ count }) => count > 0)
      .map(({ what, count, sentence }) => ({ what, count, sentence: `Giữ ${sentence(count)}.`, places: [] })),
    changed: items(notes, CHANGED),
    dropped: items(notes, DROPPED),
  };
}

function items(notes: Notes, sentences: Partial<Record<NoteKind, Sentence>>) {
  return Object.entries(sentences).flatMap(([what, sentence]) => {
    const note: Note | undefined = notes[what as NoteKind];
    return note ? [{ what, count: note.count, sentence: sentence(note.count), places: note.places }] : [];
  });
}
