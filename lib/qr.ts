import { encode } from "uqr";

/** A QR code as the `d` of one path, a square unit a module, with the four modules of margin that scanners ask for. */
export function drawQr(text: string) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size, path: path.join("") };
}

/** Where a row is dark: starts and lengths. */
function runsOf(row: boolean[]) {
  const line = row.map((dark) => (dark ? "x" : ".")).join("");
  return [...line.matchAll(/x+/g)].map((run) => [run.index, run[0].length] as const);
}
