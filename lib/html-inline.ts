import { DomUtils, ElementType, type parseDocument } from "htmlparser2";
import { FOOTNOTE_ID, LINK_SCHEMES, OWN_MEDIA } from "#lib/html-elements.ts";
import { isHidden, marksOf } from "#lib/html-style.ts";

export type Node = ReturnType<typeof parseDocument>["children"][number];
export type Element = Extract<Node, { attribs: unknown }>;
type Text = Extract<Node, { type: ElementType.ElementType.Text }>;
export const isTag = (node: Node): node is Element => "attribs" in node;
const isText = (node: Node): node is Text => node.type === ElementType.Text;

/** What a reader of the result will not find in it any more. */
export type Dropped = "hidden" | "picture" | "embedded" | "link";

const EMBEDDED = new Set(
  "iframe frame frameset object embed applet svg math audio video canvas select textarea option template".split(" "),
);
const SILENT = new Set(
  "script style title meta link base xml noscript noembed noframes xmp plaintext colgroup col".split(" "),
);

/** Whether an element goes with all that is in it; what matters to the author is noted. */
export function isDropped(element: Element, dropped: Set<Dropped>) {
  if (SILENT.has(element.name)) return true;
  if (EMBEDDED.has(element.name)) dropped.add("embedded");
  else if (isHidden(element.attribs)) {
    if (DomUtils.textContent(element).trim()) dropped.add("hidden");
  } else return false;
  return true;
}

export function renderInline(node: Node, dropped: Set<Dropped>): string {
  if (isText(node)) return escapeText(node.data);
  if (!isTag(node) || isDropped(node, dropped)) return "";
  if (node.name === "br") return "<br>";
  if (node.name === "img" || node.name === "image") return renderPicture(node, dropped);

  const inner = node.children.map((child) => renderInline(child, dropped)).join("");
  if (node.name === "a") return renderLink(node, inner, dropped);
  if (inner === "") return "";
  return marksOf(node.name, node.attribs).reduceRight((text, mark) => `<${mark}>${text}</${mark}>`, inner);
}

/** A picture of this site's own, or nothing. The author may call it decoration: an empty description alone is a forgotten one. */
function renderPicture({ attribs }: Element, dropped: Set<Dropped>) {
  const src = attribs["src"] ?? "";
  if (!OWN_MEDIA.test(src)) {
    dropped.add("picture");
    return "";
  }
  const alt = attribs["alt"] ?? "";
  const decorative = alt === "" && attribs["role"] === "presentation" ? ' role="presentation"' : "";
  const sizes = ["width", "height"].map((name) => wholeNumber(name, attribs[name]));
  return `<img src="${escapeAttribute(src)}" alt="${escapeAttribute(alt)}"${decorative}${sizes.join("")}>`;
}

/** ` colspan="2"`, or nothing when the value is no sensible number. */
export function wholeNumber(name: string, value: string | undefined) {
  return value && /^[1-9]\d{0,3}$/.test(value.trim()) ? ` ${name}="${value.trim()}"` : "";
}

function renderLink({ attribs }: Element, inner: string, dropped: Set<Dropped>) {
  const id = footnoteId(attribs["id"] ?? attribs["name"]);
  const href = linkTarget(attribs["href"]);
  if (attribs["href"] && href === undefined && !attribs["href"].startsWith("#")) dropped.add("link");
  if (href === undefined && id === undefined) return inner;
  if (href === undefined || inner === "") return id ? `<a id="${id}">${inner}</a>` : "";
  return `<a${id ? ` id="${id}"` : ""} href="${escapeAttribute(href)}">${inner}</a>`;
}

/** Word names footnotes `_ftn1` and their marks `_ftnref1`. */
function footnoteId(name: string | undefined) {
  if (!name) return undefined;
  if (FOOTNOTE_ID.test(name)) return name;
  const word = /^_?(?:ftn|edn)(?<mark>ref)?(?<number>\d{1,4})$/.exec(name)?.groups;
  return word && `${word["mark"] ? "ve" : "chu-thich"}-${word["number"]}`;
}

const HERE = "http://here.invalid";

/** Where a link leads, read as browsers read it (so `/\evil.example` shows its host), or undefined when it may not. */
function linkTarget(href: string | undefined) {
  if (!href) return undefined;
  if (href.startsWith("#")) {
    const id = footnoteId(href.slice(1));
    return id && `#${id}`;
  }
  const url = URL.parse(href, HERE);
  if (!url || !LINK_SCHEMES.includes(url.protocol.slice(0, -1)) || url.username || url.password) return undefined;
  return url.origin === HERE ? `${url.pathname}${url.search}${url.hash}` : url.href;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function escapeText(text: string) {
  const clean = text.toWellFormed().replace(CONTROLS, "").normalize("NFC");
  return clean.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const escapeAttribute = (value: string) => escapeText(value).replaceAll('"', "&quot;");
