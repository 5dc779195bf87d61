type Line = { kind: "same" | "gone" | "new"; text: string };

/** Of longer texts, all between the first and the last difference counts as different. */
const MOST = 1500;

/** What is in one text and not in the other, line by line (longest common subsequence). */
export function diffLines(before: string[], after: string[]): Line[] {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const same = (lines: string[]): Line[] => lines.map((text) => ({ kind: "same", text }));
  const isLong = old.length > MOST || fresh.length > MOST;
  const middle = isLong ? [...marked("gone", old), ...marked("new", fresh)] : diffMiddle(old, fresh);
  return [...same(before.slice(0, start)), ...middle, ...same(before.slice(before.length - end))];
}

function diffMiddle(old: string[], fresh: string[]): Line[] {
  const common = lengths(old, fresh);
  const lines: Line[] = [];
  let [at, to] = [0, 0];
  while (at < old.length && to < fresh.length) {
    const kind = stepAt(common, old[at] === fresh[to], at, to);
    lines.push({ kind, text: (kind === "new" ? fresh[to] : old[at]) ?? "" });
    if (kind !== "new") at += 1;
    if (kind !== "gone") to += 1;
  }
  return [...lines, ...marked("gone", old.slice(at)), ...marked("new", fresh.slice(to))];
}

function stepAt(common: Uint16Array[], isSame: boolean, at: number, to: number): Line["kind"] {
  if (isSame) return "same";
  return cell(common, at + 1, to) >= cell(common, at, to + 1) ? "gone" : "new";
}

const marked = (kind: Line["kind"], lines: string[]): Line[] => lines.map((text) => ({ kind, text }));
const cell = (rows: Uint16Array[], row: number, column: number) => rows[row]?.[column] ?? 0;

/** How many lines both have in common from each pair of places on. */
function lengths(old: string[], fresh: string[]) {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let at = old.length - 1; at >= 0; at -= 1)
    for (let to = fresh.length - 1; to >= 0; to -= 1) {
      const row = rows[at];
      if (!row) continue;
      row[to] =
        old[at] === fresh[to]
          ? cell(rows, at + 1, to + 1) + 1
          : Math.max(cell(rows, at + 1, to), cell(rows, at, to + 1));
    }
  return rows;
}
