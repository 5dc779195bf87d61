type Piece = { start: number; end: number };

/** What a Range header asks of a file: a piece of it, the whole ("none"), or something it has not (RFC 9110, 14). */
export function readRange(header: string | null, size: number): Piece | "none" | "unsatisfiable" {
  const { first = "", last = "" } = /^bytes=(?<first>\d{0,15})-(?<last>\d{0,15})$/.exec(header ?? "")?.groups ?? {};
  if (first === "") return last === "" ? "none" : ending(Number(last), size); // several pieces at once: the whole as well
  const start = Number(first);
  const end = Math.min(last === "" ? Number.POSITIVE_INFINITY : Number(last), size - 1);
  if (start >= size) return "unsatisfiable";
  return start > end ? "none" : { start, end };
}

const ending = (length: number, size: number) =>
  length > 0 && size > 0 ? { start: Math.max(0, size - length), end: size - 1 } : ("unsatisfiable" as const);
