import { type AnyNode, type Document, type Element, isComment, isDirective } from "domhandler";
import { DomUtils } from "htmlparser2";
import { styleOf } from "#lib/html-style.ts";
import { allOf, isTag, isText, lineOf, parseHtml, remove, rename, serializeHtml, unwrap } from "#lib/html-tree.ts";
import { convertLegacyText } from "#lib/importers/paste-fonts.ts";
import { tieFootnotes } from "#lib/importers/paste-footnotes.ts";
import { rebuildLists } from "#lib/importers/paste-lists.ts";
import { inlineStyles } from "#lib/importers/paste-styles.ts";

/**
 * Clipboard HTML of Word (desktop and online), WPS, LibreOffice or Google Docs with its meaning said in plain HTML,
 * ready for the editor or the sanitiser. Pure and without Node, so the browser runs it too; it is no guard.
 */
export function preparePaste(html: string) {
  const document = parseHtml(html);
  takeFragment(document);
  inlineStyles(document);
  dropAsides(document);
  nameHeadings(document);
  rebuildLists(document);
  tieFootnotes(document);
  nameHeaderCells(document);
  const pictures = sortPictures(document);
  const converted = convertLegacyText(document);
  collapseSpace(document.children);
  return {
    html: serializeHtml(document.children),
    ...pictures,
    warnings: warningsFor(pictures.lostPictures, converted),
  };
}

function warningsFor(lostPictures: number, converted: ReturnType<typeof convertLegacyText>) {
  const warnings: string[] = [];
  if (lostPictures > 0)
    warnings.push(
      `${lostPictures} ảnh không đi theo khi dán từ Word. Hãy kéo thả chính tệp .docx vào đây, hoặc thêm từng ảnh bằng nút Thêm ảnh.`,
    );
  const longest = converted.toSorted((one, other) => other.before.length - one.before.length)[0];
  if (longest)
    warnings.push(
      `Chữ gõ bằng phông cũ (TCVN3, VNI) đã chuyển sang Unicode, như “${sample(longest.before)}” thành “${sample(longest.after)}”. Chưa đúng thì bấm Ctrl + Z để bỏ.`,
    );
  return warnings;
}

const sample = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 60);

/** The copied part of the page; what is around it (comments for other programs, the head) says nothing about it. */
function takeFragment(document: Document) {
  const noise = DomUtils.find(
    (node) => isComment(node) || isDirective(node),
    document.children,
    true,
    Number.POSITIVE_INFINITY,
  );
  noise.forEach(remove);
  for (const element of allOf(document.children, "script", "xml", "meta", "link", "title")) remove(element);
}

/** Comments, tracked deletions and the wrapper in which Google Docs says "not bold". */
function dropAsides(document: Document) {
  for (const element of allOf(document.children, "style", "del")) remove(element);
  for (const element of allOf(document.children, "div", "span", "a", "b", "ins")) {
    if (isAnnotation(element)) remove(element);
    else if (element.name === "ins" || element.attribs["id"]?.startsWith("docs-internal-guid")) unwrap(element);
  }
}

const isAnnotation = ({ attribs }: Element) =>
  /^comment/.test(styleOf(attribs).get("mso-element") ?? "") ||
  /mso(comanchor|comoff|comtxt)/i.test(attribs["class"] ?? "");

const TITLES = /\bMsoTitle\b/i;

/** Headings by tag, by role (Word Online) and by outline level, one lower than there: the page's own title is the first. */
function nameHeadings(document: Document) {
  for (const paragraph of allOf(document.children, "p", "div")) {
    const level = headingLevel(paragraph);
    if (level !== undefined && lineOf(paragraph).length <= 250) rename(paragraph, `h${Math.min(level, 6)}`);
  }
  if (allOf(document.children, "h1").length === 0) return;
  const shifted: Record<string, string> = { h1: "h2", h2: "h3", h3: "h4", h5: "h4", h6: "h4" };
  for (const heading of allOf(document.children, ...Object.keys(shifted)))
    rename(heading, shifted[heading.name] ?? "h4");
}

function headingLevel({ attribs }: Element) {
  if (attribs["role"] === "heading") return Number(attribs["aria-level"]) || 1;
  const outline = Number(styleOf(attribs).get("mso-outline-level"));
  if (outline >= 1 && outline <= 9) return outline;
  return TITLES.test(attribs["class"] ?? "") ? 1 : undefined;
}

/** Word repeats the head of a table on each page but writes plain cells there. */
function nameHeaderCells(document: Document) {
  for (const head of allOf(document.children, "thead"))
    for (const cell of allOf(head.children, "td")) {
      rename(cell, "th");
      cell.attribs["scope"] = "col";
    }
}

/** Pictures on the clerk's own disk cannot be read by a page; those inside the text can be stored by the editor. */
function sortPictures(document: Document) {
  const pictures = allOf(document.children, "img");
  const isInline = ({ attribs }: Element) => /^data:image\//i.test(attribs["src"] ?? "");
  const lost = pictures.filter((picture) => !isInline(picture) && !(picture.attribs["src"] ?? "").startsWith("/tep/"));
  const bullets = lost.filter(
    ({ attribs }) => attribs["alt"] === "*" || styleOf(attribs).get("mso-list") !== undefined,
  );
  lost.forEach(remove);
  return { lostPictures: lost.length - bullets.length, inlinePictures: pictures.filter(isInline).length };
}

/** Line ends and indents of the source are one space; Word's fixed runs of spaces are what a reader sees as one. */
function collapseSpace(nodes: AnyNode[]) {
  for (const node of nodes) {
    if (isText(node)) node.data = node.data.replace(/[ \t\r\n]+/g, " ");
    if (!isTag(node) || node.name === "pre") continue;
    if (/mso-(spacerun|tab-count)/i.test(node.attribs["style"] ?? "")) shrink(node.children);
    collapseSpace(node.children);
  }
}

/** WPS says "spacerun" of any words that it writes, so only what is nothing but space is. */
function shrink(nodes: AnyNode[]) {
  for (const node of nodes) if (isText(node) && /^[\s\u00a0]+$/.test(node.data)) node.data = " ";
}

/** Whether clipboard HTML comes from a word processor, so that it is worth preparing. */
export const isOfficePaste = (html: string) =>
  /mso-|urn:schemas-microsoft-com|docs-internal-guid|LibreOffice|ListContainerWrapper|class="?(Mso|TextRun|OutlineElement)/i.test(
    html,
  );
