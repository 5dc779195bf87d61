import type { AnyNode, Document, Element } from "domhandler";
import { DomUtils } from "htmlparser2";
import { allOf, isNamed, isText, replace, tag } from "#lib/html-tree.ts";
import { MARK_CLOSE, MARK_OPEN } from "#lib/importers/docx-story.ts";

const MARK = new RegExp(`^${MARK_OPEN}(\\d+) (\\w)${MARK_CLOSE}`);

/** Ordered lists that count as the document did: split where its numbers start anew, continued where they go on. */
export function numberLists(document: Document) {
  for (const list of allOf(document.children, "ol").reverse()) {
    const items = list.children.filter((node) => isNamed(node, "li"));
    const marks = items.map(takeMark);
    if (marks.some((mark) => mark !== undefined)) replace(list, split(items, marks));
  }
}

type Mark = { number: number; type: string };

function takeMark(item: Element): Mark | undefined {
  const text = firstText(item);
  const found = text && MARK.exec(text.data);
  if (!text || !found) return undefined;
  text.data = text.data.slice(found[0].length);
  if (text.data === "") DomUtils.removeElement(text);
  return { number: Number(found[1]), type: found[2] ?? "1" };
}

function firstText(node: AnyNode) {
  let at: AnyNode | null | undefined = node;
  while (at && "children" in at) at = at.children[0];
  return isText(at) ? at : undefined;
}

/** Items without a number of their own belong to the list that is open. */
function split(items: Element[], marks: (Mark | undefined)[]) {
  const lists: { list: Element; next: number; type: string }[] = [];
  items.forEach((item, at) => {
    const open = lists.at(-1);
    const mark = marks[at] ?? { number: open?.next ?? 1, type: open?.type ?? "1" };
    const fits = open !== undefined && open.next === mark.number && open.type === mark.type;
    const current = fits ? open : { list: emptyList(mark), next: mark.number, type: mark.type };
    if (!fits) lists.push(current);
    DomUtils.removeElement(item);
    DomUtils.appendChild(current.list, item);
    current.next = mark.number + 1;
  });
  return lists.map(({ list }) => list);
}

const emptyList = ({ number, type }: Mark) =>
  tag("ol", { ...(number !== 1 && { start: String(number) }), ...(type !== "1" && { type }) });
