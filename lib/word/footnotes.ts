import type { AnyNode, Element } from "domhandler";
import { allOf, isNamed, isTag, remove } from "#lib/html-tree.ts";

/** The notes at the end of a body by number, taken out of it together with their rule; only those that the text refers to. */
export function takeNotes(nodes: AnyNode[]) {
  const marks = new Set(allOf(nodes, "a").map(({ attribs }) => attribs["id"]));
  const blocks = nodes.filter(isTag);
  const isNote = (block: Element) => marks.has(`ve-${numberOf(block)}`);
  const start = blocks.findIndex(isNote);
  const notes = new Map<number, Element[]>();
  if (start === -1) return notes;

  const rule = blocks[start - 1];
  if (isNamed(rule, "hr")) remove(rule);
  let open: Element[] = [];
  for (const block of blocks.slice(start).filter(({ name }) => name === "p")) {
    if (isNote(block)) {
      open = [];
      notes.set(Number(numberOf(block)), open);
    }
    open.push(block);
    remove(block);
  }
  return notes;
}

function numberOf(block: Element) {
  const back = block.name === "p" ? allOf(block.children, "a")[0] : undefined;
  return /^chu-thich-(?<number>\d+)$/.exec(back?.attribs["id"] ?? "")?.groups?.["number"];
}
