import type { Editor } from "@tiptap/react";
import { storedHtml } from "#components/admin/editor-html.ts";
import { NOTE_TO_WRITE } from "#lib/html-elements.ts";

export type Command = {
  label: string;
  /** Drawn on a grid of 24 by 24; without one the button shows its letter. */
  icon?: string;
  letter?: string;
  run: (editor: Editor) => void;
  isOn?: (editor: Editor) => boolean;
};

const chain = (editor: Editor) => editor.chain().focus();

const TEXT: Command[] = [
  { label: "Đậm (Ctrl+B)", letter: "B", run: (e) => chain(e).toggleBold().run(), isOn: (e) => e.isActive("bold") },
  {
    label: "Nghiêng (Ctrl+I)",
    letter: "I",
    run: (e) => chain(e).toggleItalic().run(),
    isOn: (e) => e.isActive("italic"),
  },
  {
    label: "Gạch chân (Ctrl+U)",
    letter: "U",
    run: (e) => chain(e).toggleUnderline().run(),
    isOn: (e) => e.isActive("underline"),
  },
];

const align = (alignment: string, label: string, icon: string): Command => ({
  label,
  icon,
  run: (e) => chain(e).toggleTextAlign(alignment).run(),
  isOn: (e) => e.isActive({ textAlign: alignment }),
});

const ALIGN: Command[] = [
  align("center", "Căn giữa", "M4 6h16M7 12h10M4 18h16"),
  align("right", "Căn phải", "M4 6h16M10 12h10M4 18h16"),
  align("justify", "Căn đều hai bên", "M4 6h16M4 12h16M4 18h16"),
];

const LISTS: Command[] = [
  {
    label: "Danh sách chấm",
    icon: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
    run: (e) => chain(e).toggleBulletList().run(),
    isOn: (e) => e.isActive("bulletList"),
  },
  {
    label: "Danh sách số",
    icon: "M10 6h10M10 12h10M10 18h10M4 5l1.5-1v4M4 16c2-1.5 3 .5 0 3h3",
    run: (e) => chain(e).toggleOrderedList().run(),
    isOn: (e) => e.isActive("orderedList"),
  },
];

const RARE: Command[] = [
  {
    label: "Thêm bảng",
    icon: "M4 5h16v14H4zM4 10h16M4 14.5h16M12 5v14",
    run: (e) => chain(e).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { label: "Đường kẻ ngang", icon: "M4 12h16", run: (e) => chain(e).setHorizontalRule().run() },
  { label: "Thêm chú thích cuối bài", letter: "¹", run: addFootnote },
  {
    label: "Chỉ số trên",
    letter: "x²",
    run: (e) => chain(e).toggleMark("superscript").run(),
    isOn: (e) => e.isActive("superscript"),
  },
  {
    label: "Chỉ số dưới",
    letter: "x₂",
    run: (e) => chain(e).toggleMark("subscript").run(),
    isOn: (e) => e.isActive("subscript"),
  },
];

/** The number that the next footnote gets. */
function nextNote(editor: Editor) {
  const numbers = [...storedHtml(editor.state.doc).matchAll(/id="chu-thich-(?<number>\d+)"/g)];
  return Math.max(0, ...numbers.map(({ groups }) => Number(groups?.["number"]))) + 1;
}

/** A mark at the cursor, and at the end of the text the note that it leads to, ready to be written over. */
function addFootnote(editor: Editor) {
  const number = nextNote(editor);
  chain(editor)
    .insertContent(`<sup><a id="ve-${number}" href="#chu-thich-${number}">${number}</a></sup>`)
    .command(({ tr, commands }) =>
      commands.insertContentAt(
        tr.doc.content.size,
        `<p><a id="chu-thich-${number}" href="#ve-${number}">${number}</a> ${NOTE_TO_WRITE}</p>`,
      ),
    )
    .command(({ tr, commands }) => {
      const end = tr.doc.content.size - 1;
      return commands.setTextSelection({ from: end - NOTE_TO_WRITE.length, to: end });
    })
    .scrollIntoView()
    .run();
}

const HISTORY: Command[] = [
  { label: "Hoàn tác (Ctrl+Z)", icon: "M9 8H4V3M4 8a8 8 0 1 1 0 8", run: (e) => chain(e).undo().run() },
  { label: "Làm lại (Ctrl+Y)", icon: "M15 8h5V3M20 8a8 8 0 1 0 0 8", run: (e) => chain(e).redo().run() },
];

/** Most used first: on a narrow screen the others lie to the side. Links, pictures and files stand between the two. */
export const FIRST = [TEXT, LISTS];
export const LAST = [HISTORY, ALIGN, RARE];

/** Offered while the cursor is in a table; written out, because no sign says them. */
export const TABLE_COMMANDS: Command[] = [
  { label: "Thêm hàng", run: (e) => chain(e).addRowAfter().run() },
  { label: "Thêm cột", run: (e) => chain(e).addColumnAfter().run() },
  { label: "Xóa hàng", run: (e) => chain(e).deleteRow().run() },
  { label: "Xóa cột", run: (e) => chain(e).deleteColumn().run() },
  { label: "Ô đầu đề", run: (e) => chain(e).toggleHeaderCell().run() },
  { label: "Gộp hoặc tách ô", run: (e) => chain(e).mergeOrSplit().run() },
  { label: "Xóa bảng", run: (e) => chain(e).deleteTable().run() },
];

const STYLES = {
  p: { label: "Đoạn văn", run: (e: Editor) => chain(e).setParagraph().run() },
  h2: { label: "Đề mục lớn", run: (e: Editor) => chain(e).setHeading({ level: 2 }).run() },
  h3: { label: "Đề mục vừa", run: (e: Editor) => chain(e).setHeading({ level: 3 }).run() },
  h4: { label: "Đề mục nhỏ", run: (e: Editor) => chain(e).setHeading({ level: 4 }).run() },
  quote: { label: "Trích dẫn", run: (e: Editor) => chain(e).toggleBlockquote().run() },
} as const;

export type StyleName = keyof typeof STYLES;
export const STYLE_CHOICES = Object.entries(STYLES).map(([name, { label }]) => ({ name, label }));
export const applyStyle = (editor: Editor, name: StyleName) => STYLES[name].run(editor);

export function styleAt(editor: Editor): StyleName {
  if (editor.isActive("blockquote")) return "quote";
  const level = ([2, 3, 4] as const).find((number) => editor.isActive("heading", { level: number }));
  return level ? `h${level}` : "p";
}
