import type { Element } from "domhandler";
import { replace, tag, words } from "#lib/html-tree.ts";
import { DATE, isCapitals, isRule, type Line, linesOf, NUMBER } from "#lib/importers/heading-block-lines.ts";
import { isSubjectLine } from "#lib/importers/heading-block-subject.ts";

const MOTTO =
  /^(cong hoa xa hoi chu nghia viet nam|doc lap ?[-–—] ?tu do ?[-–—] ?hanh phuc|dang cong san viet nam)[.*]?$/u;
const ABOUT = /^v\/?v\b:? ?/iu;
/** A motto, and a number or a date: without them a page has no heading block. */
export const isFramed = (lines: Line[]) =>
  lines.some(isMotto) && lines.some((line) => NUMBER.test(line.plain) || DATE.test(line.text));

const isMotto = (line: Line) => MOTTO.test(line.plain);

/** Takes blocks from the top as long as every line in them belongs to the frame. */
export function takeFrame(head: Element[]) {
  const found: Line[] = [];
  for (const block of head) {
    const lines = linesOf(block);
    const seen = [...found, ...lines];
    const isFrame =
      block.name === "table"
        ? lines.some(isFrameLine)
        : lines.every((line) => isFrameLine(line) || (isOrgan(line, seen) && !isWhole(found)));
    if (!isFrame || (block.name !== "table" && isSubjectLine(lines[0]))) break;
    found.push(...lines);
    keepStrangers(block, lines, found);
  }
  return { ...readFrame(found), about: aboutOf(found) };
}

/** A table with motto and date names the organ too: capitals below it are the text's own. */
const isWhole = (found: Line[]) => {
  const inTable = found.filter(({ block }) => block.name === "table");
  return inTable.some(isMotto) && inTable.some(({ text }) => DATE.test(text));
};

const isFrameLine = (line: Line) =>
  isMotto(line) || NUMBER.test(line.plain) || DATE.test(line.text) || isRule(line) || ABOUT.test(line.text);

/** Capitals in the left column down to the number name the organ. */
function isOrgan(line: Line, lines: Line[]) {
  if (line.column !== 0 || !isCapitals(line) || isFrameLine(line) || isSubjectLine(line)) return false;
  const number = lines.findIndex(({ plain }) => NUMBER.test(plain));
  return number === -1 || lines.indexOf(line) < number;
}

/** A line in the frame that is none of its parts stays in the body. */
function keepStrangers(block: Element, lines: Line[], all: Line[]) {
  const about = lines.findIndex(({ text }) => ABOUT.test(text));
  const strangers = lines.filter(
    (line, at) => !isFrameLine(line) && !isOrgan(line, all) && !(about !== -1 && at > about && line.column === 0),
  );
  replace(
    block,
    strangers.map(({ text }) => tag("p", {}, [words(text)])),
  );
}

function readFrame(lines: Line[]) {
  const organs = joinOrgans(lines.filter((line) => isOrgan(line, lines)).map(({ text }) => text));
  const number = lines.find(({ plain }) => NUMBER.test(plain));
  const date = lines.map(({ text }) => DATE.exec(text)?.groups).find(Boolean);
  return {
    organ: organs.at(-1) ?? "",
    superior: organs.slice(0, -1).join(" "),
    number: numberOf(number?.text ?? ""),
    place: date?.["place"]?.trim() ?? "",
    date: isoDay(date),
  };
}

/** A name broken over two lines: "ỦY BAN NHÂN DÂN" goes on with the unit below it. */
const UNFINISHED =
  /^(uỷ ban nhân dân|ủy ban nhân dân|hội đồng nhân dân|đảng ủy|đảng uỷ|ban chấp hành|ban thường vụ|chi bộ)$/iu;

function joinOrgans(names: string[]) {
  const organs: string[] = [];
  for (const name of names) {
    const unfinished = UNFINISHED.test(organs.at(-1) ?? "");
    organs.push(unfinished ? `${organs.pop()} ${name}` : name);
  }
  return organs;
}

/** "Số: 28 – KH/ĐU" as 28-KH/ĐU; empty while the number is still a gap. */
function numberOf(text: string) {
  const number = text
    .replace(/^s\S+ ?[:.]? ?/iu, "")
    .replace(/[–—]/gu, "-")
    .replace(/\s*([-/])\s*/gu, "$1")
    .trim();
  return /^\d/.test(number) ? number : "";
}

function isoDay(date: Record<string, string> | undefined) {
  const [year, month, day] = ["year", "month", "day"].map((part) => Number(date?.[part]));
  const known = year && month && day && month <= 12 && day <= 31 && year > 1900;
  return known ? `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` : "";
}

/** The subject of an official letter stands under its number: "V/v …", in as many lines as it takes. */
function aboutOf(lines: Line[]) {
  const start = lines.findIndex(({ text }) => ABOUT.test(text));
  const rest = lines.slice(start).filter((line, at) => at === 0 || (line.column === 0 && !isFrameLine(line)));
  return start === -1 ? "" : `V/v ${rest.map(({ text }) => text.replace(ABOUT, "")).join(" ")}`;
}
