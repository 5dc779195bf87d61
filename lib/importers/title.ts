import { parseDay } from "#lib/time.ts";

/** "… KHÓA XII(19/07/2017)" as the title and its day 2017-07-19; brackets that hold no day stay in the title. */
export function titleAndDay(line: string): { title: string; dateline?: string } {
  const found = /^(?<title>.*\S)\s*\((?<day>[^()]+)\)$/su.exec(line.trim());
  const dateline = parseDay(found?.groups?.["day"] ?? "");
  return dateline ? { title: found?.groups?.["title"] ?? "", dateline } : { title: line.trim() };
}
