import { expect, test } from "vitest";
import {
  isoDate,
  isoSecond,
  parseDay,
  parseSecond,
  showDate,
  showMoment,
  showSecond,
  showSpan,
  showWeekday,
  startOfDay,
} from "#lib/time.ts";

test("an evening in London is the next day in Việt Nam", () => {
  const instant = new Date("2017-07-18T17:30:00Z");
  expect(showDate(instant)).toBe("19/07/2017");
  expect(isoDate(instant)).toBe("2017-07-19");
  expect(showMoment(instant)).toBe("00:30, 19/07/2017");
  expect(showWeekday(instant)).toBe("Thứ Tư, 19/07/2017");
  expect(startOfDay("2017-07-19").toISOString()).toBe("2017-07-18T17:00:00.000Z");
});

test.each([
  ["19/7/2017", "2017-07-19"],
  [" 19-07-2017 ", "2017-07-19"],
  ["19.7.2017", "2017-07-19"],
  ["2017-07-19", "2017-07-19"],
  ["31/02/2017", undefined],
  ["29/02/2024", "2024-02-29"],
  ["0/1/2017", undefined],
  ["2017", undefined],
  ["", undefined],
])("%j is %j", (typed, day) => {
  expect(parseDay(typed)).toBe(day);
});

test.each([
  ["2026-11-24T10:32", "2026-11-24T03:32:00.000Z"],
  ["2026-11-24T10:32:05", "2026-11-24T03:32:05.000Z"],
  [" 24/11/2026 23:59:59 ", "2026-11-24T16:59:59.000Z"],
  ["24/11/2026 24:00", undefined],
  ["31/02/2026 10:00", undefined],
  ["10:00", undefined],
])("%j is the second %j", (typed, instant) => {
  expect(parseSecond(typed)?.toISOString()).toBe(instant);
});

test("a second is shown as it is typed", () => {
  const instant = new Date("2026-11-24T03:32:05Z");
  expect(showSecond(instant)).toBe("10:32:05, 24/11/2026");
  expect(parseSecond(isoSecond(instant))).toEqual(instant);
});

test.each([
  [0, "0 phút"],
  [59_999, "0 phút"],
  [32 * 60_000, "32 phút"],
  [3 * 3600_000, "3 giờ"],
  [3 * 3600_000 + 32 * 60_000, "3 giờ 32 phút"],
  [17.9 * 24 * 3600_000, "17 ngày"],
])("%d ms are %s", (span, said) => {
  expect(showSpan(span)).toBe(said);
});
