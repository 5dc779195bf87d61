import { AppError } from "#lib/errors.ts";
import { titleAndDay } from "#lib/importers/title.ts";

/** What the old site's pages began with when they were saved as text. */
const DUMP_MARK = "FE_View_Detail";
/** The link under an article of the old site; what follows it in a dump is the page's frame, not the article. */
const END_OF_ARTICLE = "Quay lại";

/** A text file as an article: first line the title (with its day in brackets, if any), then paragraphs between blank lines. */
export function parseLegacyText(text: string) {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const dump = lines[0] === DUMP_MARK;
  const end = dump ? lines.indexOf(END_OF_ARTICLE) : -1;
  const article = lines.slice(dump ? 1 : 0, end === -1 ? undefined : end);

  const [title = "", ...body] = paragraphs(article);
  if (body.length === 0)
    throw new AppError("invalid", "Tệp cần có dòng đầu là tiêu đề và ít nhất một đoạn văn ở dưới.");
  return { ...titleAndDay(title), bodyHtml: body.map((paragraph) => `<p>${paragraph}</p>`).join("\n") };
}

/** The first line alone, then each run of lines: a line break inside a paragraph is the author's and is kept. */
function paragraphs(lines: string[]) {
  const first = lines.findIndex((line) => line !== "");
  const blocks: string[][] = [lines.slice(first, first + 1), []];
  for (const line of lines.slice(first + 1)) {
    if (line === "") blocks.push([]);
    else blocks.at(-1)?.push(escapeHtml(line));
  }
  return blocks.filter((block) => block.length > 0).map((block) => block.join("<br>"));
}

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
