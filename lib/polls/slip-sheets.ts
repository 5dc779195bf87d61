import { siteUrl } from "#lib/env.ts";
import { drawQr } from "#lib/qr.ts";

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
