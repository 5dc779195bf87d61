/** Everything is shown as of Việt Nam's zone; it has no daylight saving. */
const OFFSET = "+07:00";
const OFFSET_MS = 7 * 3_600_000;

/** 2026-11-24T10:32:05, the clock in Việt Nam, for inputs of date and time. */
export const isoSecond = (instant: Date) => new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19);

/** 2017-07-19, the day in Việt Nam, for `<time datetime>` and date inputs. */
export const isoDate = (instant: Date) => isoSecond(instant).slice(0, 10);

/** 19/07/2017 */
export function showDate(instant: Date) {
  const [year, month, day] = isoDate(instant).split("-");
  return `${day}/${month}/${year}`;
}

const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

/** Thứ Ba, 24/11/2026 */
export const showWeekday = (instant: Date) =>
  `${WEEKDAYS[new Date(isoDate(instant)).getUTCDay()]}, ${showDate(instant)}`;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something lasts or has lasted: 17 ngày, 3 giờ 32 phút, 5 phút. */
export function showSpan(milliseconds: number) {
  if (milliseconds >= DAY) return `${Math.floor(milliseconds / DAY)} ngày`;
  const hours = Math.floor(milliseconds / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  return [hours > 0 && `${hours} giờ`, (minutes > 0 || hours === 0) && `${minutes} phút`].filter(Boolean).join(" ");
}

/** 10:32, 24/11/2026 */
export const showMoment = (instant: Date) => `${isoSecond(instant).slice(11, 16)}, ${showDate(instant)}`;

/** 10:32:05, 24/11/2026 */
export const showSecond = (instant: Date) => `${isoSecond(instant).slice(11)}, ${showDate(instant)}`;

/** Midnight in Việt Nam of a day written 2017-07-19. */
export const startOfDay = (day: string) => new Date(`${day}T00:00:00${OFFSET}`);

/** Reads 19/7/2017, 19-07-2017, 19.7.2017 or 2017-07-19 as 2017-07-19; undefined when it is no day of the calendar. */
export function parseDay(text: string) {
  const found =
    /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/.exec(text.trim()) ??
    /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(text.trim());
  if (!found?.groups) return undefined;
  const { year = "", month = "", day = "" } = found.groups;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** Reads a day (as `parseDay` does) and a time of it, 2026-11-24T10:32 or 24/11/2026 10:32:05, by the clock in Việt Nam. */
export function parseSecond(text: string) {
  const found = /^(?<day>\S+?)(?:T| +)(?<clock>(?:[01]\d|2[0-3]):[0-5]\d)(?<second>:[0-5]\d)?$/.exec(
    text.trim(),
  )?.groups;
  const day = parseDay(found?.["day"] ?? "");
  return found && day ? new Date(`${day}T${found["clock"]}${found["second"] ?? ":00"}${OFFSET}`) : undefined;
}
