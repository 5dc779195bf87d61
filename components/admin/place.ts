/** Fields that a rule of the checklist is about; the others are about the body. */
const FIELDS: Record<string, string> = { summary: "summary", "title-capitals": "title" };

/** Takes the editor to what a finding is about: a field, a picture, or words of the body, which are then selected. */
export function goToPlace({ rule, place = "" }: { rule: string; place?: string }) {
  const field = document.getElementById(FIELDS[rule] ?? fieldWith(place) ?? "");
  if (field) return field.focus();
  const body = document.getElementById("than-bai");
  body?.focus();
  const range = body && place && rangeOf(body, place);
  if (range) show(range.startContainer.parentElement ?? body, range);
}

function rangeOf(body: Element, place: string) {
  const picture = [...body.querySelectorAll("img")].find(({ src }) => src.endsWith(`/${place}`));
  if (picture) return rangeOver(picture);
  const words = findWords(body, place);
  if (words) return words;
  const link = [...body.querySelectorAll("a")].find(({ href }) => href.includes(place));
  return link && rangeOver(link);
}

const fieldWith = (place: string) =>
  ["title", "summary"].find((name) => {
    const field = document.getElementById(name);
    return place && field instanceof HTMLTextAreaElement && plain(field.value).includes(place);
  });

const plain = (text: string) => text.replace(/\s+/g, " ");

function rangeOver(node: Node) {
  const range = document.createRange();
  range.selectNode(node);
  return range;
}

function show(element: Element, range: Range) {
  element.scrollIntoView({ block: "center" });
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** The range of these words, which may run over several pieces of text; one space there is as good as many. */
function findWords(body: Element, words: string) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const spots: { node: Node; offset: number }[] = [];
  let text = "";
  let block: Element | null = null;
  const add = (letter: string, node: Node, offset: number) => {
    const space = /\s/.test(letter);
    if (space && text.endsWith(" ")) return;
    text += space ? " " : letter;
    spots.push({ node, offset });
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const home: Element | null = node.parentElement?.closest("p, li, td, th, h2, h3, h4, figcaption") ?? null;
    if (home !== block) add(" ", node, 0);
    block = home;
    for (const [offset, letter] of [...(node.textContent ?? "")].entries()) add(letter, node, offset);
  }
  const at = text.indexOf(words);
  const [start, end] = [spots[at], spots[at + words.length - 1]];
  if (at < 0 || !start || !end) return undefined;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset + 1);
  return range;
}
