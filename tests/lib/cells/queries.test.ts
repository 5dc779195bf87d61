import { expect, test } from "vitest";
import { getCell, listCells } from "#lib/cells/queries.ts";
import { db } from "#lib/db.ts";

test("cells stand as people count, those that ended last, and know what became of them", async () => {
  const next = await db.cell.create({
    data: { slug: "khu-pho-1", name: "Chi bộ khu phố 1", validFrom: new Date("2020-08-01") },
  });
  const ended = { validTo: new Date("2020-08-01"), successorId: next.id };
  await db.cell.createMany({
    data: [
      { slug: "chi-bo-1", name: "Chi bộ 1", ...ended },
      { slug: "chi-bo-10", name: "Chi bộ 10" },
      { slug: "chi-bo-2", name: "Chi bộ 2" },
    ],
  });

  expect((await listCells()).map(({ slug }) => slug)).toEqual(["chi-bo-2", "chi-bo-10", "khu-pho-1", "chi-bo-1"]);
  expect(await getCell("chi-bo-1")).toMatchObject({ successor: { slug: "khu-pho-1" } });
  expect(await getCell("khu-pho-1")).toMatchObject({ formerly: [{ slug: "chi-bo-1" }] });
  expect(await getCell("khong-co")).toBeNull();
});
