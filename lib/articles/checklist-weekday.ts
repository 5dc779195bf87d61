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
  find: ({ text, dateline }) =>
    [BEFORE, AFTER].flatMap((pattern) =>
      findEach(text, pattern, (match) => contradiction(match.groups ?? {}, dateline?.slice(0, 4))),
    ),
};

/** A day without a year is read in the year of the article's own date; without that, nothing can be said. */
function contradiction(groups: Record<string, string | undefined>, ownYear: string | undefined) {
  const { day = "", month = "" } = groups;
  const year = groups["year"] ?? ownYear;
  const iso = year && parseDay(`${day}/${month}/${year}`);
  if (!year) return undefined;
  if (!iso) return `Không có ngày ${day}/${month}/${year} trong lịch.`;
  const written = NUMBER_OF[(groups["sunday"] ?? groups["name"] ?? "").toLowerCase().replace(/\s+/g, " ")];
  const real = new Date(iso).getUTCDay();
  if (written === undefined || written === real) return undefined;
  return `Bài ghi ${NAMES[written]} nhưng ngày ${day}/${month}/${year} là ${NAMES[real]}.`;
}
