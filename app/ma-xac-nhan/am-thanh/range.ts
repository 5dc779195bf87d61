/** One range of bytes (RFC 9110, 14.2), as iPhones ask for sound; undefined means the whole. */
export function rangeOf(header: string | null, length: number) {
  const found = /^bytes=(?<first>\d{1,9})-(?<last>\d{0,9})$/.exec(header ?? "");
  if (!found?.groups) return undefined;
  const first = Number(found.groups["first"]);
  const last = Math.min(found.groups["last"] ? Number(found.groups["last"]) : length, length - 1);
  return first <= last ? { first, last } : undefined;
}
