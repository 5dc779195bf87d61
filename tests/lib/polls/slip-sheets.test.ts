import { encode } from "uqr";
import { expect, test } from "vitest";
import { siteUrl } from "#lib/env.ts";
import { sheetsOf } from "#lib/polls/slip-sheets.ts";

const CODE = "K7QF3MRT9XHB2CGJ";
const slips = (count: number) => Array.from({ length: count }, (_, index) => ({ serial: index + 1, code: CODE }));

test("ten slips a sheet, and no sheet of two cells", () => {
  const sheets = sheetsOf("a", [
    { cell: "Chi bộ 1", slips: slips(21) },
    { cell: "Chi bộ 2", slips: slips(3) },
  ]);
  expect(sheets.map(({ cell, page, of, slips: all }) => [cell, page, of, all.length])).toEqual([
    ["Chi bộ 1", 1, 3, 10],
    ["Chi bộ 1", 2, 3, 10],
    ["Chi bộ 1", 3, 3, 1],
    ["Chi bộ 2", 1, 1, 3],
  ]);
  expect(sheets[2]?.slips[0]).toMatchObject({ serial: 21, code: "K7QF-3MRT-9XHB-2CGJ" });
});

test("the drawn code is the address with the code behind its #, module for module", () => {
  const [sheet] = sheetsOf("duong-moi", [{ cell: "Chi bộ 1", slips: slips(1) }]);
  const { size = 0, path = "" } = sheet?.slips[0]?.qr ?? {};
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));

  const address = `${siteUrl()}/ma-xac-nhan/phieu?tham-do=duong-moi#${CODE}`;
  expect(drawn).toEqual(encode(address, { ecc: "M", border: 4 }).data);
});
