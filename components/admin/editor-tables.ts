import { mergeAttributes, Node } from "@tiptap/core";
import { Table, TableKit, TableRow } from "@tiptap/extension-table";

/** Without the widths that Tiptap writes as styles: the content policy would refuse them, the sanitiser drops them. */
const PlainTable = Table.extend({
  renderHTML: ({ HTMLAttributes }) => ["table", mergeAttributes(HTMLAttributes), ["tbody", 0]],
});

/** Which part of its table a row belongs to; editor-html.ts puts it back there. */
const SectionRow = TableRow.extend({
  addAttributes: () => ({
    section: {
      default: null,
      parseHTML: (element: HTMLElement) => /^(thead|tfoot)$/i.exec(element.parentElement?.tagName ?? "")?.[0] ?? null,
      renderHTML: ({ section }: Record<string, unknown>) =>
        section ? { "data-section": String(section).toLowerCase() } : {},
    },
  }),
});

/** ProseMirror's tables hold rows and nothing else: a table with a caption is a pair of the two. */
const CaptionedTable = Node.create({
  name: "captionedTable",
  group: "block",
  content: "tableCaption table",
  isolating: true,
  parseHTML: () => [
    {
      tag: "table",
      priority: 60,
      getAttrs: (element) => (captionOf(element) ? {} : false),
      contentElement: (element) => pairOf(element as HTMLElement),
    },
  ],
  renderHTML: () => ["div", { class: "captioned" }, 0],
});

const TableCaption = Node.create({
  name: "tableCaption",
  content: "inline*",
  parseHTML: () => [{ tag: "div.caption" }],
  renderHTML: () => ["div", { class: "caption" }, 0],
});

const captionOf = (table: Element) => [...table.children].find(({ tagName }) => tagName === "CAPTION");

function pairOf(table: HTMLElement) {
  const pair = document.createElement("div");
  const caption = document.createElement("div");
  caption.className = "caption";
  const bare = table.cloneNode(true) as HTMLElement;
  const found = captionOf(bare);
  caption.append(...(found?.childNodes ?? []));
  found?.remove();
  pair.append(caption, bare);
  return pair;
}

export const TABLES = [
  PlainTable.configure({ resizable: false, View: null }),
  SectionRow,
  CaptionedTable,
  TableCaption,
  TableKit.configure({ table: false, tableRow: false }),
];
