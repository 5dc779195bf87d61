import type { Document, Element } from "domhandler";
import { allOf, isNamed, replace, tag } from "#lib/html-tree.ts";

/** How the suites name a footnote and its mark: Word, LibreOffice, Google Docs. */
const NOTE = /^_?(?<kind>ftn|edn)(?<number>\d+)$|^sd(?<lokind>foot|end)note(?<lonumber>\d+)sym$|^ftnt(?<google>\d+)$/;
const MARK =
  /^_?(?<kind>ftn|edn)ref(?<number>\d+)$|^sd(?<lokind>foot|end)note(?<lonumber>\d+)anc$|^ftnt_ref(?<google>\d+)$/;

/** Footnotes and their marks under the ids that an article uses, numbered in the order of the text. */
export function tieFootnotes(document: Document) {
  const anchors = allOf(document.children, "a");
  const marks = anchors.flatMap((anchor) => keyOf(MARK, nameOf(anchor)) ?? []);
  const numbers = new Map([...new Set(marks)].map((key, at) => [key, at + 1]));
  for (const anchor of anchors) {
    const mark = numbers.get(keyOf(MARK, nameOf(anchor)) ?? "");
    const note = numbers.get(keyOf(NOTE, nameOf(anchor)) ?? "");
    if (mark !== undefined) raise(anchor, mark);
    if (note !== undefined) anchor.attribs = { id: `chu-thich-${note}`, href: `#ve-${note}` };
  }
}

const nameOf = ({ attribs }: Element) => attribs["name"] ?? attribs["id"] ?? "";

function keyOf(pattern: RegExp, name: string) {
  const found = pattern.exec(name)?.groups;
  if (!found) return undefined;
  const end = found["kind"] === "edn" || found["lokind"] === "end";
  return `${end ? "end" : "foot"} ${found["number"] ?? found["lonumber"] ?? found["google"]}`;
}

/** Word raises the mark by a class that does not come along. */
function raise(anchor: Element, number: number) {
  anchor.attribs = { id: `ve-${number}`, href: `#chu-thich-${number}` };
  const raised = isNamed(anchor.parent as Element, "sup") || allOf(anchor.children, "sup").length > 0;
  if (raised) return;
  const sup = tag("sup");
  replace(anchor, [sup]);
  sup.children = [anchor];
  anchor.parent = sup;
}
