import { parseDay } from "#lib/time.ts";

const DAY = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s*(?:,\s*|/\s*|năm\s+)\d{4}`;
const PART = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?![\d/.-]*\d)|\d{1,2}\s+tháng\s+\d{1,2}`;
const MONTH = String.raw`tháng\s+\d{1,2}\s?[/-]\s?\d{4}|tháng\s+\d{1,2}\s+năm\s+\d{4}|năm\s+\d{4}`;

const AFTER = new RegExp(
  String.raw`^\)?\s*[,(]?\s*(?:(?:ký|ra|đề)\s+)?(?:ngày\s*(?<day>${DAY}|${PART})|(?<month>${MONTH}))`,
  "iu",
);
const BEFORE = new RegExp(String.raw`(?<!\p{L})ngày\s+(?<day>${DAY}|${PART})\s*,(?<between>[^;.“”"]{0,120})$`, "iu");

type WrittenDate = { date?: string; dateRaw?: string; length: number };

/** The date right after a number ("…, ngày 30/3/2017"): ISO when it is a whole day, else as written. */
export function dateAfter(text: string): WrittenDate | undefined {
  const found = AFTER.exec(text);
  const written = found?.groups?.["day"] ?? found?.groups?.["month"];
  return found && written ? { ...readDate(written), length: found[0].length } : undefined;
}

/**
 * The date at the head of the clause ("Ngày 1/2/2019, Thủ tướng đã ký Quyết định số …"). It dates the paper only when
 * the clause ends in the act of issuing; "vừa có" reports news of that day instead.
 */
export function dateBefore(clause: string): WrittenDate | undefined {
  const found = BEFORE.exec(clause);
  const { day, between = "" } = found?.groups ?? {};
  if (!day || !/(?<!\p{L})(?:ký|ban hành|đã có)\s+$/u.test(between) || /(?<!\p{L})vừa\s/u.test(between))
    return undefined;
  return { ...readDate(day), length: 0 };
}

function readDate(written: string) {
  const iso = parseDay(
    written
      .replace(/\s+tháng\s+|\s*năm\s+/giu, "/")
      .replace(/\s/g, "")
      .replace(/,/, "/"),
  );
  return iso ? { date: iso } : { dateRaw: written.trim() };
}
