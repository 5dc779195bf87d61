import type { AnyNode, Element } from "domhandler";
import { addNote } from "#lib/importers/docx-notes.ts";
import { paragraphFrom } from "#lib/importers/docx-paragraph.ts";
import { chosen, type Story } from "#lib/importers/docx-story.ts";
import { child, element, elements, isElement, plainText, toggle, val } from "#lib/importers/docx-xml.ts";

const OPENED = new Set(["w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent", "mc:Choice", "mc:Fallback"]);

/** Blocks rewritten with only what an article keeps, everything inherited written out. */
export function rewriteBlocks(nodes: AnyNode[], story: Story): Element[] {
  return nodes.flatMap((node) => (isElement(node) ? rewriteBlock(node, story) : []));
}

function rewriteBlock(block: Element, story: Story): Element[] {
  if (block.name === "w:p") return paragraphFrom(block, story);
  if (block.name === "w:tbl") return [rewriteTable(block, story)];
  if (block.name === "w:sdt") return rewriteControl(block, story);
  if (block.name === "mc:AlternateContent") return rewriteBlocks(chosen(block), story);
  if (block.name === "w:del" || block.name === "w:moveFrom") addNote(story.notes, "deleted", plainText(block));
  if (block.name === "w:altChunk") addNote(story.notes, "embedded");
  return OPENED.has(block.name) ? rewriteBlocks(block.children, story) : [];
}

/** A content control is opened up; a table of contents is dropped, for its page numbers mean nothing on a page. */
function rewriteControl(control: Element, story: Story) {
  const gallery = val(child(child(control, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery");
  if (gallery !== "Table of Contents") return rewriteBlocks(child(control, "w:sdtContent")?.children ?? [], story);
  addNote(story.notes, "contents");
  return [];
}

function rewriteTable(table: Element, story: Story) {
  story.listLevels = [];
  const styled = hasStyledHeader(child(table, "w:tblPr"), story);
  const rows = opened(table, "w:tr").flatMap((row, at) => rewriteRow(row, styled && at === 0, story));
  story.listLevels = [];
  return element("w:tbl", {}, rows);
}

/** Switched on for the table and drawn by its style: Word's other way to say that the first row is a header. */
function hasStyledHeader(properties: Element | undefined, story: Story) {
  const look = child(properties, "w:tblLook")?.attribs ?? {};
  const on = look["w:firstRow"] === "1" || (Number.parseInt(look["w:val"] ?? "0", 16) & 0x20) !== 0;
  return on && story.styles.hasHeaderRow(val(properties, "w:tblStyle"));
}

function rewriteRow(row: Element, styled: boolean, story: Story) {
  const properties = child(row, "w:trPr");
  if (toggle(properties, "w:hidden") || child(properties, "w:del")) {
    addNote(story.notes, child(properties, "w:del") ? "deleted" : "hidden", plainText(row));
    return [];
  }
  const header = styled || toggle(properties, "w:tblHeader") ? [element("w:trPr", {}, [element("w:tblHeader")])] : [];
  const cells = opened(row, "w:tc").map((cell) => rewriteCell(cell, story));
  const before = emptyCells(val(properties, "w:gridBefore"));
  return [element("w:tr", {}, [...header, ...before, ...cells, ...emptyCells(val(properties, "w:gridAfter"))])];
}

/** Columns that a row leaves out at its side still hold the others in their place. */
function emptyCells(columns: string | undefined) {
  const span = Number(columns ?? 0);
  const properties = element("w:tcPr", {}, [element("w:gridSpan", { "w:val": String(span) })]);
  return span > 0 && span < 64 ? [element("w:tc", {}, [properties, element("w:p")])] : [];
}

function rewriteCell(cell: Element, story: Story) {
  const properties = elements(child(cell, "w:tcPr")).filter(({ name }) => name === "w:gridSpan" || name === "w:vMerge");
  story.listLevels = [];
  return element("w:tc", {}, [element("w:tcPr", {}, properties), ...rewriteBlocks(cell.children, story)]);
}

/** Rows or cells, also those inside content controls and tracked insertions. */
function opened(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((node) => {
    if (node.name === name) return [node];
    return node.name === "w:sdt" || OPENED.has(node.name) ? opened(node, name) : [];
  });
}
