import { diffLines } from "#components/admin/line-diff.ts";
import { allOf, lineOf, parseHtml, serializeHtml } from "#lib/html-tree.ts";

export type Compared = {
  title: string;
  summary: string;
  bodyHtml: string;
  /** What else is said of the article, a line each: "Chuyên mục: Xây dựng Đảng". */
  facts?: string[];
};

export type Part = { kind: "same" | "gone" | "new"; text: string };

/** `form`: the words are the same, their look or what they link to is not. */
type Block = { kind: "same" | "gone" | "new" | "changed" | "form"; parts: Part[] };

/** Two texts block by block, and within a block that was changed word by word. */
export function compareTexts(before: Compared, after: Compared): Block[] {
  const blocks: Block[] = [];
  let [gone, fresh]: [string[], string[]] = [[], []];
  const settle = () => {
    blocks.push(...pair(gone, fresh));
    [gone, fresh] = [[], []];
  };
  for (const { kind, text } of diffLines(blocksOf(before), blocksOf(after))) {
    if (kind === "gone") gone.push(text);
    if (kind === "new") fresh.push(text);
    if (kind !== "same") continue;
    settle();
    blocks.push(whole("same", text));
  }
  settle();
  return blocks;
}

const BLOCKS = ["p", "h2", "h3", "h4", "li", "td", "th", "figcaption", "caption", "img", "hr"];

/** Words and form of a block in one string, so that they are compared as one. */
const blockOf = (words: string, form: string) => `${words}\0${form}`;
const wordsOf = (block: string) => block.slice(0, block.indexOf("\0"));

function blocksOf({ title, summary, bodyHtml, facts = [] }: Compared) {
  const body = allOf(parseHtml(bodyHtml).children, ...BLOCKS)
    .filter((element) => allOf(element.children, "p", "li").length === 0)
    .map((element) => {
      const { name, attribs } = element;
      if (name === "img") return blockOf(`[Ảnh: ${attribs["alt"] || "trang trí"}]`, attribs["src"] ?? "");
      if (name === "hr") return blockOf("[Đường kẻ ngang]", "");
      const inside = serializeHtml(element.children).replace(/<img[^>]*>/g, "");
      return blockOf(lineOf(element), `${name} ${attribs["class"] ?? ""} ${inside}`);
    });
  const said = [title, summary].map((text) => blockOf(text.trim(), ""));
  return [...said, ...body, ...facts.map((fact) => blockOf(fact, ""))].filter(wordsOf);
}

/** Below this share of common letters one block does not continue the other: it stands in its place. */
const ALIKE = 0.4;

/** What went and what came between two blocks that both texts have, in the order of the text. */
function pair(gone: string[], fresh: string[]): Block[] {
  const rest = [...fresh];
  const blocks = gone.flatMap((old) => {
    const at = rest.findIndex((block) => share(old, block) >= ALIKE);
    if (at < 0) return [whole("gone", old)];
    const [passed, match = ""] = [rest.splice(0, at), rest.shift()];
    return [...passed.map((block) => whole("new", block)), between(old, match)];
  });
  return [...blocks, ...rest.map((block) => whole("new", block))];
}

const between = (old: string, fresh: string): Block =>
  wordsOf(old) === wordsOf(fresh) ? whole("form", fresh) : { kind: "changed", parts: partsOf(old, fresh) };

function whole(kind: "same" | "gone" | "new" | "form", block: string): Block {
  return { kind, parts: [{ kind: kind === "form" ? "same" : kind, text: wordsOf(block) }] };
}

function partsOf(old: string, fresh: string) {
  const parts: Part[] = [];
  for (const { kind, text } of diffLines(tokens(old), tokens(fresh))) {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  }
  return parts;
}

/** Each word with the space behind it, the last one too: a text that goes on continues the same words. */
const tokens = (block: string) => `${wordsOf(block)} `.split(/(?<=\s)/);

function share(old: string, fresh: string) {
  const common = partsOf(old, fresh).reduce((sum, { kind, text }) => sum + (kind === "same" ? text.length : 0), 0);
  return common / Math.max(wordsOf(old).length, wordsOf(fresh).length, 1);
}
