import type { AnyNode, Document, Element } from "domhandler";
import { DomUtils } from "htmlparser2";
import { styleOf } from "#lib/html-style.ts";
import { allOf, isNamed, isTag, lineOf, remove, replace, tag, words } from "#lib/html-tree.ts";

type Item = { level: number; type: string; number: number | undefined; content: AnyNode[] };

/** `mso-list: l0 level2 lfo1`; WPS and Word write it alike. */
const OFFICE_LEVEL = /^l\d+\s+level(?<level>\d)/;

/** Lists of every office suite as nested lists: Word's numbered paragraphs, and one-item lists that only carry a level. */
export function rebuildLists(document: Document) {
  hangLooseLists(document);
  for (const first of allOf(document.children, "p", "div", "ul", "ol")) {
    if (first.parent === null || isListPart(DomUtils.prevElementSibling(first))) continue;
    const run = runFrom(first);
    if (run.length > 0) replaceRun(run);
  }
}

/** A list straight in a list belongs to the item before it. */
function hangLooseLists(document: Document) {
  for (const list of allOf(document.children, "ul", "ol").reverse()) {
    if (!isNamed(list.parent as Element, "ul", "ol") || levelled(list)) continue;
    const before = DomUtils.prevElementSibling(list);
    if (isNamed(before, "li")) DomUtils.appendChild(before, list);
  }
}

function runFrom(first: Element) {
  const run: Element[] = [];
  for (let node: Element | null = first; isListPart(node); node = DomUtils.nextElementSibling(node)) run.push(node);
  return run;
}

const isListPart = (node: Element | null): node is Element =>
  isTag(node) && (officeList(node) !== undefined || levelled(node));

function officeList(node: Element) {
  if (!isNamed(node, "p", "div")) return undefined;
  const found = OFFICE_LEVEL.exec(styleOf(node.attribs).get("mso-list") ?? "");
  return found ? Number(found.groups?.["level"]) : undefined;
}

function levelOf({ attribs }: Element) {
  const office = OFFICE_LEVEL.exec(styleOf(attribs).get("mso-list") ?? "")?.groups?.["level"];
  return Number(attribs["data-aria-level"] ?? attribs["aria-level"] ?? office ?? 0);
}

/** Word Online puts each item into a list of its own, Google Docs nests lists without items: both name the level. */
function levelled(node: Element): boolean {
  if (isNamed(node, "div") && /ListContainerWrapper/.test(node.attribs["class"] ?? "")) return true;
  return isNamed(node, "ul", "ol") && allOf(node.children, "li").some((item) => levelOf(item) > 0);
}

function replaceRun(run: Element[]) {
  const parts = run.flatMap((part) => (officeList(part) === undefined ? levelledItems(part) : [officeItem(part)]));
  const first = run[0];
  if (!first) return;
  const place = words("");
  DomUtils.prepend(first, place);
  const built = build(parts);
  run.forEach(remove);
  replace(place, built);
}

function levelledItems(part: Element): Item[] {
  const items = allOf([part], "li");
  return items.map((item) => {
    const list = item.parent as Element;
    const position = list.children.filter((node) => isNamed(node, "li")).indexOf(item);
    const start = Number(list.attribs["start"] ?? Number.NaN);
    return {
      level: levelOf(item) || 1,
      type: list.name === "ol" ? (list.attribs["type"] ?? "1") : "",
      number: Number.isNaN(start) ? undefined : start + position,
      content: item.children.filter((node) => !isNamed(node, "ul", "ol")),
    };
  });
}

/** A letter without a dot is no count: "o" and "v" are how Word draws points. */
const COUNTED = /^\(?(?<number>\d{1,4})[.)]?$|^\(?(?<letter>[a-z]|[ivxlcdm]{1,6})[.)]$/iu;

/** A paragraph that reads "2." or "a)" before its text is an item; any other label is words that must stay. */
function officeItem(paragraph: Element): Item | Element {
  const marker = allOf(paragraph.children, "span").find(({ attribs }) => styleOf(attribs).get("mso-list") === "ignore");
  const label = marker ? lineOf(marker) : "";
  if (marker) remove(marker);
  const level = officeList(paragraph) ?? 1;
  const counted = COUNTED.exec(label)?.groups;
  const written = !counted && /[\p{L}\p{N}]{2}|\d|\p{L}\./u.test(label);
  if (written) return withLabel(paragraph, label);
  return { level, content: [...paragraph.children], ...countOf(counted?.["number"] ?? counted?.["letter"]) };
}

function withLabel(paragraph: Element, label: string) {
  DomUtils.prependChild(paragraph, words(`${label} `));
  return paragraph;
}

function countOf(label: string | undefined) {
  if (label === undefined) return { type: "", number: undefined };
  if (/^\d/.test(label)) return { type: "1", number: Number(label) };
  const upper = label === label.toUpperCase();
  const roman = /^[ivx]+$/i.test(label) && (label.length > 1 || /^i$/i.test(label));
  if (roman) return { type: upper ? "I" : "i", number: undefined };
  return { type: upper ? "A" : "a", number: label.toLowerCase().charCodeAt(0) - 96 };
}

type Open = { list: Element; level: number; type: string; next: number };

/** Nested lists from levels that may jump, with numbers that go on where the source's do. */
function build(parts: (Item | Element)[]) {
  const blocks: AnyNode[] = [];
  let open: Open[] = [];
  for (const part of parts) {
    if (isTag(part as AnyNode)) {
      blocks.push(part as Element);
      open = [];
    } else open = place(part as Item, open, blocks);
  }
  return blocks;
}

function place(item: Item, open: Open[], blocks: AnyNode[]) {
  const outer = open.filter(({ level }) => level < item.level);
  const beside = open.find(({ level }) => level === item.level);
  const goesOn = beside?.type === item.type && (item.number === undefined || item.number === beside.next);
  const current = beside && goesOn ? beside : startList(item, outer.at(-1), blocks);
  DomUtils.appendChild(current.list, tag("li", {}, item.content));
  current.next += 1;
  return [...outer, current];
}

function startList({ level, type, number }: Item, outer: Open | undefined, blocks: AnyNode[]): Open {
  const start = number ?? 1;
  const attributes = { ...(start !== 1 && { start: String(start) }), ...(type !== "1" && type !== "" && { type }) };
  const list = type === "" ? tag("ul") : tag("ol", attributes);
  const holder = outer?.list.children.findLast((node) => isNamed(node, "li"));
  if (isTag(holder)) DomUtils.appendChild(holder, list);
  else blocks.push(list);
  return { list, level, type, next: start };
}
