import { DomUtils, parseDocument } from "htmlparser2";
import { LIST_TYPES } from "#lib/html-elements.ts";
import {
  type Dropped,
  type Element,
  isDropped,
  isTag,
  type Node,
  renderInline,
  wholeNumber,
} from "#lib/html-inline.ts";
import { alignmentOf } from "#lib/html-style.ts";

/** What is known on the way down: what was left out so far, and the alignment that holds here. */
type Walk = { dropped: Set<Dropped>; align: string };

/**
 * Turns the HTML of Word, of old sites and of editors into the few elements that a body may have, every sentence kept:
 * loose text becomes paragraphs, styles become marks, divisions are opened up. It is not the guard: lib/html.ts sanitises what comes out.
 */
export function tidyHtml(html: string) {
  const dropped = new Set<Dropped>();
  return { html: renderFlow(parseDocument(html).children, { dropped, align: "" }), dropped };
}

const HEADINGS: Record<string, string> = { h1: "h2", h2: "h2", h3: "h3", h4: "h4", h5: "h4", h6: "h4" };

const OPENED = new Set(
  `html head body div section article main header footer nav aside center address form fieldset legend details summary
   dl dt dd figure figcaption dir menu li td th tr caption thead tbody tfoot pre hgroup search dialog`.split(/\s+/),
);

const BLOCKS: Record<string, (element: Element, walk: Walk) => string> = {
  ...Object.fromEntries(["p", "h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, renderText])),
  ul: renderList,
  ol: renderList,
  table: renderTable,
  blockquote: (element, walk) => wrap("blockquote", renderFlow(element.children, walk)),
  figure: renderFigure,
  pre: renderPreformatted,
  hr: () => "<hr>",
};

const isBlockName = (name: string) => name in BLOCKS || OPENED.has(name);

/** A block by name, or an inline element with blocks in it (`<font><p>…`). */
function isBlock(node: Node): node is Element {
  return isTag(node) && (isBlockName(node.name) || node.children.some(isBlock));
}

/** Blocks as blocks, and what stands between them as paragraphs. */
function renderFlow(nodes: Node[], walk: Walk): string {
  let out = "";
  let run = "";
  const endParagraph = () => {
    out += wrap("p", run, alignClass(walk.align));
    run = "";
  };
  for (const node of nodes) {
    if (!isBlock(node)) run += renderInline(node, walk.dropped);
    else {
      endParagraph();
      out += renderBlock(node, walk);
    }
  }
  endParagraph();
  return out;
}

function renderBlock(element: Element, walk: Walk) {
  if (isDropped(element, walk.dropped)) return "";
  const inside = { ...walk, align: alignmentOf(element.attribs) ?? (element.name === "center" ? "giua" : walk.align) };
  const render = Object.hasOwn(BLOCKS, element.name) ? BLOCKS[element.name] : undefined;
  return render ? render(element, inside) : renderFlow(element.children, inside);
}

function renderText(element: Element, walk: Walk) {
  if (element.children.some(isBlock)) return renderFlow(element.children, walk);
  return wrap(HEADINGS[element.name] ?? "p", renderInlines(element.children, walk), alignClass(walk.align));
}

/** What an item or a cell holds: one line stays a line. */
function renderInside({ children }: Element, walk: Walk) {
  return children.some(isBlock) ? renderFlow(children, walk) : renderInlines(children, walk);
}

/** Items, and whatever old editors put between them (lists within lists without an item) as items too. */
function renderList(list: Element, walk: Walk) {
  const items = list.children.filter((node) => isTag(node) || DomUtils.textContent(node).trim() !== "");
  const rendered = items.map((node) => {
    if (!isTag(node)) return wrap("li", renderInline(node, walk.dropped));
    if (isDropped(node, walk.dropped)) return "";
    return wrap("li", node.name === "li" ? renderInside(node, walk) : renderFlow([node], walk));
  });
  return wrap(list.name, rendered.join(""), list.name === "ol" ? numbering(list.attribs) : "");
}

/** Where an ordered list starts and whether it counts in letters or Roman numbers: texts refer to "điểm a". */
function numbering({ start, type }: Element["attribs"]) {
  return wholeNumber("start", start) + (type && LIST_TYPES.includes(type) ? ` type="${type}"` : "");
}

function renderFigure(figure: Element, walk: Walk) {
  const isCaption = (node: Node) => isTag(node) && node.name === "figcaption";
  const picture = renderInlines(DomUtils.getElementsByTagName("img", figure.children), walk);
  const caption = figure.children.filter(isCaption).flatMap((node) => DomUtils.getChildren(node));
  if (!picture) return renderFlow(figure.children, walk);
  return `<figure>${picture}${wrap("figcaption", renderInlines(caption, walk))}</figure>`;
}

function renderPreformatted(element: Element, walk: Walk) {
  return wrap("p", renderInlines(element.children, walk).trimEnd().replaceAll("\n", "<br>"));
}

const SECTIONS = new Set(["thead", "tbody", "tfoot"]);
const PARTS = new Set(["caption", "tr", "td", "th", "colgroup", "col", ...SECTIONS]);
const isPart = (node: Node): node is Element => isTag(node) && PARTS.has(node.name);

/** Text that stands in a table but in no cell is put before it, where browsers would show it. */
function renderTable(table: Element, walk: Walk) {
  const within = { ...walk, align: "" };
  const stray = renderFlow(
    table.children.filter((node) => !isPart(node)),
    within,
  );
  return (
    stray +
    wrap(
      "table",
      table.children
        .filter(isPart)
        .map((part) => renderPart(part, within))
        .join(""),
    )
  );
}

function renderPart(part: Element, walk: Walk): string {
  if (isDropped(part, walk.dropped)) return "";
  const align = alignmentOf(part.attribs) ?? walk.align;
  if (part.name === "caption") return wrap("caption", renderInlines(part.children, walk));
  if (part.name === "td" || part.name === "th") return renderCell(part, { ...walk, align });
  const parts = part.children.filter((node) => isPart(node) || DomUtils.textContent(node).trim() !== "");
  const rows = parts.map((node) =>
    isPart(node) ? renderPart(node, { ...walk, align }) : `<td>${renderFlow([node], walk)}</td>`,
  );
  return rows.length > 0 ? `<${part.name}>${rows.join("")}</${part.name}>` : "";
}

/** Empty cells stay: they hold the others in their columns. */
function renderCell(cell: Element, walk: Walk) {
  const spans = ["colspan", "rowspan"].map((name) => wholeNumber(name, cell.attribs[name]));
  const scope = /^(row|col)(group)?$/.exec(cell.attribs["scope"] ?? "")?.[0];
  const header = cell.name === "th" && scope ? ` scope="${scope}"` : "";
  return `<${cell.name}${spans.join("")}${header}${alignClass(walk.align)}>${renderInside(cell, walk)}</${cell.name}>`;
}

const renderInlines = (nodes: Node[], walk: Walk) => nodes.map((node) => renderInline(node, walk.dropped)).join("");

const alignClass = (align: string) => (align ? ` class="${align}"` : "");

/** The element, or nothing when a reader would see nothing in it. */
function wrap(name: string, inner: string, attributes = "") {
  const visible = HOLDERS.test(inner) || /\S/.test(inner.replace(/<[^>]*>/g, ""));
  return visible ? `<${name}${attributes}>${inner}</${name}>` : "";
}

/** Elements that show, or keep the place of something, without text. */
const HOLDERS = /<(?:img|hr|td|th|a id)\b/;
