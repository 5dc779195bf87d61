import { DOMSerializer, Fragment, type Node } from "@tiptap/pm/model";

/** The parts of a document never change, they are replaced: each is written as HTML once, however long the article is. */
const written = new WeakMap<Node, string>();

/** The text of the editor as HTML in the words of lib/html-elements.ts, ready for the sanitiser. */
export const storedHtml = (doc: Node) => doc.children.map(htmlOf).join("");

/** Keys are answered between two slices of this length, in ms. */
const SLICE = 8;

/** Writes down what storedHtml will want, and never keeps the keyboard waiting for it. */
export async function prepareHtml(doc: Node) {
  let since = performance.now();
  for (const part of doc.children) {
    htmlOf(part);
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}

function htmlOf(part: Node) {
  const html = written.get(part) ?? write(part);
  written.set(part, html);
  return html;
}

function write(part: Node) {
  const holder = document.createElement("div");
  holder.append(DOMSerializer.fromSchema(part.type.schema).serializeFragment(Fragment.from(part), { document }));
  for (const pair of holder.querySelectorAll("div.captioned")) restoreCaption(pair);
  for (const table of new Set([...holder.querySelectorAll("[data-section]")].map((row) => row.closest("table"))))
    if (table) restoreSections(table);
  for (const paragraph of holder.querySelectorAll("li > p, td > p, th > p")) unwrapAlone(paragraph);
  return holder.innerHTML;
}

function restoreCaption(pair: Element) {
  const [words, table] = pair.children;
  if (!words || !table) return;
  const caption = document.createElement("caption");
  caption.append(...words.childNodes);
  table.prepend(caption);
  pair.replaceWith(table);
}

/** Rows lie in one `tbody` in the editor; each run of rows gets the part of the table that it came from. */
function restoreSections(table: Element) {
  const body = table.querySelector(":scope > tbody");
  if (!body) return;
  let part: Element | undefined;
  for (const row of [...body.children]) {
    const name = row.getAttribute("data-section") ?? "tbody";
    row.removeAttribute("data-section");
    if (part?.localName !== name) {
      part = document.createElement(name);
      body.before(part);
    }
    part.append(row);
  }
  body.remove();
}

/** An item or a cell of one line holds that line, as the sanitiser writes it. */
function unwrapAlone(paragraph: Element) {
  if (paragraph.parentElement?.childNodes.length !== 1 || paragraph.attributes.length > 0) return;
  paragraph.replaceWith(...paragraph.childNodes);
}
