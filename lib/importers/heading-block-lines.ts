import type { Element } from "domhandler";
import { fold } from "#lib/fold.ts";
import { allOf, isNamed, isTag, lineOf, textIn } from "#lib/html-tree.ts";

export const NUMBER = /^so ?[:.]? ?(?=[\d…._ ]*[-–/])/u;
export const DATE =
  /^(?<place>[^,]{1,60}), ?ngày ?(?<day>[\d….]*) ?tháng ?(?<month>[\d….]*) ?năm ?(?<year>[\d….]*)\.?$/iu;

/** One line as it stands on the page: which block and which column it is in, and how it looks. */
export type Line = { text: string; plain: string; column: number; block: Element; centered: boolean };

/** The lines of a top-level block; tables, tabs and long gaps all make columns. */
export function linesOf(block: Element): Line[] {
  if (block.name !== "table") return textLines(block, block, 0);
  return allOf(block.children, "tr").flatMap((row) =>
    row.children.filter((node) => isNamed(node, "td", "th")).flatMap((cell, column) => cellLines(cell, block, column)),
  );
}

function cellLines(cell: Element, block: Element, column: number) {
  const inner = cell.children
    .filter(isTag)
    .filter(({ name }) => ["p", "h2", "h3", "h4", "ul", "ol", "table"].includes(name));
  if (inner.length === 0) return textLines(cell, block, column);
  return inner.flatMap((part) => {
    const items = isNamed(part, "ul", "ol") ? allOf(part.children, "li") : [part];
    return items.flatMap((item) => textLines(item, block, column));
  });
}

function textLines(element: Element, block: Element, column: number): Line[] {
  for (const br of allOf(element.children, "br")) br.children = [];
  const centered = /\bgiua\b/.test(element.attribs["class"] ?? "");
  return withBreaks(element)
    .split("\n")
    .flatMap((line) =>
      line
        .split(/\t+/)
        .flatMap(splitAtGaps)
        .map((text, at) => ({ text: tidy(text), at })),
    )
    .filter(({ text }) => text !== "")
    .map(({ text, at }) => ({ text, plain: fold(text), column: column + at, block, centered }));
}

/** A wide gap parts two columns, unless it is left for a number or a day to be filled in by hand. */
function splitAtGaps(text: string) {
  const columns = text.split(/[ \u00a0]{4,}/u);
  const isLine = (part: string) => NUMBER.test(fold(tidy(part))) || DATE.test(tidy(part));
  return isLine(text) && !columns.some(isLine) ? [text] : columns;
}

function withBreaks(element: Element): string {
  return element.children
    .map((node) => (isTag(node) ? (node.name === "br" ? "\n" : withBreaks(node)) : textIn(node).replace(/\n/g, " ")))
    .join("");
}

const tidy = (text: string) => text.replace(/[\s\u00a0]+/gu, " ").trim();

export const isRule = (line: Line) => /^[-–—_*=.~\s]+$/u.test(line.text);
export const isCapitals = ({ text }: Line) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
export const isBold = (block: Element) => {
  const strong = allOf(block.children, "strong").map(lineOf).join("").length;
  return strong > 0 && strong >= lineOf(block).replace(/\s/g, "").length * 0.8;
};
