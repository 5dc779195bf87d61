import { findEach, type Rule } from "#lib/articles/checklist-rule.ts";
import { parseDay } from "#lib/time.ts";

const NAMES = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
const NUMBER_OF: Record<string, number> = {
  "chủ nhật": 0,
  hai: 1,
  "2": 1,
  ba: 2,
  "3": 2,
  tư: 3,
  "4": 3,
  năm: 4,
  "5": 4,
  sáu: 5,
  "6": 5,
  bảy: 6,
  "7": 6,
};

const WEEKDAY = String.raw`(?:thứ\s+(?<name>hai|ba|tư|năm|sáu|bảy|[2-7])|(?<sunday>chủ nhật))(?![\p{L}\d])`;
const DATE = String.raw`(?<day>\d{1,2})\s?(?:[/.-]|\s+tháng\s+)\s?(?<month>\d{1,2})(?:\s?(?:[/.-]|\s+năm\s+)\s?(?<year>\d{4}))?(?!\d)`;
const BEFORE = new RegExp(String.raw`(?<!\p{L}|lần\s)${WEEKDAY}\s*[,(]?\s*(?:ngày\s+)?${DATE}`, "giu");
const AFTER = new RegExp(String.raw`(?<![\d/.-])${DATE}\s*[,(]\s*${WEEKDAY}`, "giu");

export const weekdayRule: Rule = {
  rule: "weekday",
  level: "warning",
  passed: "Thứ trong tuần khớp với ngày.",
  find: ({ text, dateline, today }) =>
    [BEFORE, AFTER].flatMap((pattern) => findEach(text, pattern, (match) => contradiction(match, dateline ?? today))),
};

const HALF_A_YEAR = 182 * 24 * 3600_000;

/** A day without a year is read in the year of the article's own date, or of today; where that is not clear, nothing is said. */
function contradiction(match: RegExpExecArray, near: string) {
  const { day = "", month = "", year, name, sunday } = match.groups ?? {};
  const date = `${day}/${month}/${year ?? near.slice(0, 4)}`;
  const iso = parseDay(date);
  const isClear = year !== undefined || (namesWeekday(match) && (!iso || isNear(iso, near)));
  if (!isClear) return undefined;
  if (!iso) return `Không có ngày ${date} trong lịch.`;
  const written = NUMBER_OF[(sunday ?? name ?? "").toLowerCase().replace(/\s+/g, " ")];
  const real = new Date(iso).getUTCDay();
  if (written === undefined || written === real) return undefined;
  return `Bài ghi ${NAMES[written]} nhưng ngày ${date} là ${NAMES[real]}.`;
}

const isNear = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other)) < HALF_A_YEAR;

/** "Sáng thứ hai, 25/12" is a Monday; "buổi thứ hai, 25/12" is the second of some. */
function namesWeekday({ 0: words, input, index, groups }: RegExpExecArray) {
  if (groups?.["sunday"] || /^\p{Lu}/u.test(groups?.["name"] ?? "")) return true;
  if (/^\d/.test(words)) return words.includes("(");
  return /(?:^|[.,;:(–-]|(?<!\p{L})(?:sáng|trưa|chiều|tối|đêm|hôm|vào|từ|đến))\s*$/iu.test(
    input.slice(Math.max(0, index - 10), index),
  );
}
