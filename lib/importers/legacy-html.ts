import { Parser } from "htmlparser2";
import { AppError } from "#lib/errors.ts";
import { decodeText } from "#lib/importers/encoding.ts";
import { titleAndDay } from "#lib/importers/title.ts";

/** Parts of a page that are not the article. What is left still goes through the sanitiser of every article. */
const FRAME = "script style template noscript iframe object nav header footer aside form button select svg math".split(
  " ",
);

/** The parser takes time by the square of the depth, and a page may be nothing but depth. */
const MOST_TAGS = 20_000;

/** A saved web page as an article: title from its h1, else its title element; body from article, main or body, without frame. */
export function parseLegacyHtml(bytes: Uint8Array) {
  const html = decodeText(bytes, declaredCharset(bytes));
  if (html.split("<").length > MOST_TAGS)
    throw new AppError("invalid", "Trang này quá lớn để là một bài viết. Hãy tách bài ra tệp riêng.");
  const page = without(html, outermost(html, FRAME));
  const body = first(page, "article") ?? first(page, "main") ?? first(page, "body") ?? { inner: page };

  const title = (first(page, "h1") ?? first(page, "title"))?.text.replace(/\s+/gu, " ").trim();
  if (!title) throw new AppError("invalid", "Không tìm thấy tiêu đề (thẻ h1 hoặc title) trong tệp.");
  const headings = outermost(body.inner, ["h1", "title"]).filter(
    ({ text }) => text.replace(/\s+/gu, " ").trim() === title,
  );
  return { ...titleAndDay(title), bodyHtml: without(body.inner, headings).trim() };
}

/** `<meta charset>` or its older form, in the first kilobyte as HTML asks. */
function declaredCharset(bytes: Uint8Array) {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return /<meta[^>]+charset\s*=\s*["']?(?<name>[\w-]+)/i.exec(start)?.groups?.["name"];
}

type Element = { name: string; from: number; to: number; inner: string; text: string };

/** The elements of these names that lie in no other of them. Notes places and builds no tree, so that nesting costs no stack. */
function outermost(html: string, names: string[]) {
  const found: Element[] = [];
  let open: Element | undefined;
  let innerFrom = 0;
  let depth = 0;

  const parser = new Parser({
    onopentag(name) {
      if (open?.name === name) depth++;
      if (open || !names.includes(name)) return;
      open = { name, from: parser.startIndex, to: html.length, inner: "", text: "" };
      innerFrom = parser.endIndex + 1;
      depth = 1;
    },
    ontext(part) {
      if (open) open.text += part;
    },
    onclosetag(name, implied) {
      if (open?.name !== name || --depth > 0) return;
      open.to = implied ? parser.startIndex : parser.endIndex + 1;
      open.inner = html.slice(innerFrom, parser.startIndex);
      found.push(open);
      open = undefined;
    },
  });
  parser.end(html);
  return found;
}

const first = (html: string, name: string) => outermost(html, [name])[0];

function without(html: string, elements: Element[]) {
  const edges = [0, ...elements.flatMap(({ from, to }) => [from, to]), html.length];
  return edges.map((edge, index) => (index % 2 === 0 ? html.slice(edge, edges[index + 1]) : "")).join("");
}
