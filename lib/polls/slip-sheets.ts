import { encode } from "uqr";
import { siteUrl } from "#lib/env.ts";

const A_SHEET = 10;

type Issued = { cell: string; slips: { serial: number; code: string }[] }[];

/**
 * Issued slips as sheets of ten, each of one cell. The code stands behind the "#" of the QR code's address: no browser sends
 * that part, so that it is in no server's log; the site's script puts it into the field, and without script it is typed.
 */
export function sheetsOf(slug: string, issued: Issued) {
  const door = `${siteUrl()}/ma-xac-nhan/phieu?tham-do=${slug}#`;
  return issued.flatMap(({ cell, slips }) =>
    inTens(slips).map((ten, index, all) => ({
      cell,
      page: index + 1,
      of: all.length,
      slips: ten.map(({ serial, code }) => ({
        serial,
        code: code.match(/.{4}/g)?.join("-") ?? code,
        qr: drawQr(`${door}${code}`),
      })),
    })),
  );
}

const inTens = <T>(all: T[]) =>
  Array.from({ length: Math.ceil(all.length / A_SHEET) }, (_, page) => all.slice(page * A_SHEET, (page + 1) * A_SHEET));

/** A QR code as the `d` of one path, a square unit a module, with the four modules of margin that scanners ask for. */
function drawQr(text: string) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size, path: path.join("") };
}

/** Where a row is dark: starts and lengths. */
function runsOf(row: boolean[]) {
  const line = row.map((dark) => (dark ? "x" : ".")).join("");
  return [...line.matchAll(/x+/g)].map((run) => [run.index, run[0].length] as const);
}
