import type { Document, Element } from "domhandler";
import { allOf, isTag, lineOf, parseHtml, remove, rename, serializeHtml } from "#lib/html-tree.ts";
import { isBold, isCapitals, isRule, type Line, linesOf } from "#lib/importers/heading-block-lines.ts";

const TYPES =
  "nghị quyết|quyết định|quy định|quy chế|chỉ thị|kết luận|thông tri|hướng dẫn|thông báo|thông cáo|tuyên bố|lời kêu gọi|báo cáo|kế hoạch|quy hoạch|chương trình|đề án|phương án|dự án|tờ trình|công văn|công điện|biên bản|giấy mời|giấy giới thiệu|chương trình hành động";
const TYPE = new RegExp(`^(?:${TYPES})$`, "iu");

export const isSubjectLine = (line: Line | undefined) => line !== undefined && TYPE.test(line.text);

const BODY_STARTS = /^(căn cứ|kính gửi|thực hiện (?=.{200})|i\.|1\.)/iu;
const LONGEST_SUBJECT_LINE = 300;

/** "KẾ HOẠCH" and what it is about, which follows in centred or bold lines. */
export function takeSubject(document: Document) {
  const blocks = document.children.filter(isTag);
  const first = blocks[0];
  const lines = first ? linesOf(first) : [];
  if (!first || !isSubjectLine(lines[0])) return { type: "", title: "" };

  const type = sentenceCase(lines[0]?.text ?? "");
  const subject = lines.slice(1);
  remove(first);
  for (const block of blocks.slice(1)) {
    const more = linesOf(block);
    if (!more.every((line) => isRule(line) || belongsToSubject(line, block))) break;
    subject.push(...more);
    remove(block);
    if (more.some(isRule)) break;
  }
  const about = subject.filter((line) => !isRule(line)).map(({ text }) => text);
  return { type, title: [type, ...about].join(" ") };
}

/** Capitals in the middle that do not belong to the subject: who decides, and the first part of the text. */
const NEXT_PART =
  /^(điều|chương|phần|mục|chủ tịch|hội đồng|ủy ban|uỷ ban|ban chấp hành|ban thường vụ|giám đốc)(?!\p{L})|quyết (định|nghị) ?:?$/iu;

const belongsToSubject = (line: Line, block: Element) =>
  (line.centered || (isBold(block) && block.name === "p")) &&
  line.text.length <= LONGEST_SUBJECT_LINE &&
  !BODY_STARTS.test(line.text) &&
  !(isCapitals(line) && NEXT_PART.test(line.text));

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

const MOST_TITLE_LINES = 3;

/** A document without a frame often begins with its title: centred lines in bold or capitals. */
export function takeLeadingTitle(html: string) {
  const document = parseHtml(html);
  const blocks = document.children.filter(isTag);
  const end = blocks.findIndex((block) => !isTitleLine(block));
  const lines = blocks.slice(0, end === -1 ? 0 : Math.min(end, MOST_TITLE_LINES));
  for (const line of lines) remove(line);
  if (lines.some(({ name }) => name === "h2")) closeGap(document);
  return { title: lines.map(lineOf).join(" "), html: serializeHtml(document.children) };
}

/** The title was the only heading of its level: those below move up, so that no level is skipped. */
function closeGap(document: Document) {
  if (allOf(document.children, "h2").length > 0) return;
  for (const heading of allOf(document.children, "h3", "h4")) rename(heading, heading.name === "h3" ? "h2" : "h3");
}

function isTitleLine(block: Element) {
  const [line, ...others] = linesOf(block);
  if (!line || others.length > 2 || line.text.length > LONGEST_SUBJECT_LINE) return false;
  return block.name === "h2" || (block.name === "p" && line.centered && (isBold(block) || isCapitals(line)));
}
