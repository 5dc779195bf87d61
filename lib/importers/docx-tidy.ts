import type { Document, Element } from "domhandler";
import { DomUtils } from "htmlparser2";
import {
  adopt,
  allOf,
  isNamed,
  isTag,
  isText,
  lineOf,
  parseHtml,
  rename,
  replace,
  serializeHtml,
  tag,
  unwrap,
  words,
} from "#lib/html-tree.ts";
import { addNote, type Notes } from "#lib/importers/docx-notes.ts";
import { numberLists } from "#lib/importers/docx-tidy-lists.ts";

/** mammoth's HTML in the shapes of an article, and the title that the document's own title style gives. */
export function tidyDocx(html: string, notes: Notes) {
  const document = parseHtml(html);
  numberLists(document);
  tieFootnotes(document);
  drawRules(document);
  spellOutCheckboxes(document);
  openUnsafeLinks(document, notes);
  const title = takeTitle(document);
  makeFigures(document);
  flattenCells(document);
  return { html: serializeHtml(document.children), title };
}

/** Notes end the article as paragraphs that point back to their marks, as in a pasted document. */
function tieFootnotes(document: Document) {
  const marks = allOf(document.children, "a").filter(({ attribs }) => /^(foot|end)note-ref-/.test(attribs["id"] ?? ""));
  const list = document.children.filter((node) => isNamed(node, "ol")).at(-1);
  const notes = list
    ? list.children.filter((node) => isTag(node) && /^(foot|end)note-/.test(node.attribs["id"] ?? ""))
    : [];
  if (!list || notes.length === 0) return;

  marks.forEach((mark, at) => {
    mark.attribs = { id: `ve-${at + 1}`, href: `#chu-thich-${at + 1}` };
  });
  const paragraphs = notes.flatMap((note, at) => (isTag(note) ? noteParagraphs(note, at + 1) : []));
  replace(list, [tag("hr"), ...paragraphs]);
}

function noteParagraphs(note: Element, number: number) {
  for (const link of allOf(note.children, "a").filter(isBackLink)) {
    if (isText(link.prev)) link.prev.data = link.prev.data.trimEnd();
    DomUtils.removeElement(link);
  }
  const paragraphs = note.children.filter(isTag);
  const back = tag("a", { id: `chu-thich-${number}`, href: `#ve-${number}` }, [words(`[${number}]`)]);
  const first = paragraphs[0];
  if (!isNamed(first, "p")) return [tag("p", {}, [back]), ...paragraphs];
  adopt(first, [back, words(" "), ...first.children]);
  return paragraphs;
}

/** mammoth's own way back, an arrow after a space. */
const isBackLink = ({ attribs }: Element) => /^#(foot|end)note-ref-/.test(attribs["href"] ?? "");

function spellOutCheckboxes(document: Document) {
  for (const box of allOf(document.children, "input")) replace(box, [words("checked" in box.attribs ? "☒" : "☐")]);
}

const SAFE = /^(https?:\/\/|mailto:|tel:|#chu-thich-|#ve-)/i;

/** Links from Word's field codes have not been looked at yet; places within the document have no address on a page. */
function openUnsafeLinks(document: Document, notes: Notes) {
  for (const link of allOf(document.children, "a")) {
    const href = link.attribs["href"] ?? "";
    if (SAFE.test(href) && !isEmpty(link)) continue;
    if (!isEmpty(link)) addNote(notes, href.startsWith("#") ? "inner-link" : "link", lineOf(link));
    unwrap(link);
  }
}

const isEmpty = (link: Element) => lineOf(link) === "" && allOf(link.children, "img").length === 0;

/** The lines set in Word's title style at the head of the document; further ones are headings. */
function takeTitle(document: Document) {
  const blocks = document.children.filter(isTag);
  const start = blocks.findIndex(({ name }) => name === "h1");
  const end = blocks.findIndex(({ name }, at) => at > start && name !== "h1");
  const lines = start === -1 ? [] : blocks.slice(start, end === -1 ? undefined : end);
  const title = lines.map(lineOf).join(" ").trim();
  if (title !== "") for (const line of lines) DomUtils.removeElement(line);
  for (const heading of allOf(document.children, "h1")) rename(heading, "h2");
  return title;
}

/** A picture alone in its paragraph is a figure, and the caption after it is its caption. */
function makeFigures(document: Document) {
  for (const paragraph of allOf(document.children, "p")) {
    const [picture, ...others] = allOf(paragraph.children, "img");
    if (!picture || others.length > 0 || lineOf(paragraph) !== "") continue;
    const next = DomUtils.nextElementSibling(paragraph);
    const caption = isNamed(next, "p") && /\bchu-anh\b/.test(next.attribs["class"] ?? "") ? [next] : [];
    const figure = tag("figure", {}, [picture, ...caption.map(({ children }) => tag("figcaption", {}, [...children]))]);
    for (const used of caption) DomUtils.removeElement(used);
    replace(paragraph, [figure]);
  }
}

function drawRules(document: Document) {
  for (const paragraph of allOf(document.children, "p"))
    if (paragraph.attribs["class"] === "ke-ngang") replace(paragraph, [tag("hr")]);
}

/** A heading cell is bold by itself. */
function nameColumn(cell: Element) {
  cell.attribs["scope"] = "col";
  allOf(cell.children, "strong").forEach(unwrap);
}

/** A cell of one paragraph is one line, aligned by the cell; cells of a head are headings of their columns. */
function flattenCells(document: Document) {
  for (const cell of allOf(document.children, "td", "th")) {
    if (cell.name === "th") nameColumn(cell);
    const [only, ...others] = cell.children;
    if (!isNamed(only, "p") || others.length > 0) continue;
    const align = only.attribs["class"];
    if (align) cell.attribs["class"] = align;
    unwrap(only);
  }
}
