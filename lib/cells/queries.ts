import { cache } from "react";
import { db } from "#lib/db.ts";
import { oncePerReading } from "#lib/once-per-reading.ts";
import { isSlug } from "#lib/slug.ts";

const link = { slug: true, name: true, validTo: true } as const;

/** Every party cell by name as people count ("Chi bộ 2" before "Chi bộ 10"), those that ended last. */
export const listCells = oncePerReading(async () => {
  const cells = await db.cell.findMany({ select: link });
  const byName = new Intl.Collator("vi", { numeric: true }).compare;
  return cells.sort((a, b) => Number(a.validTo !== null) - Number(b.validTo !== null) || byName(a.name, b.name));
});

/** One cell with what came before and after it, or null. */
export const getCell = cache(async (slug: string) => {
  if (!isSlug(slug)) return null;
  return db.cell.findUnique({
    where: { slug },
    select: {
      id: true,
      ...link,
      validFrom: true,
      successor: { select: link },
      formerly: { select: link, orderBy: { name: "asc" } },
    },
  });
});
