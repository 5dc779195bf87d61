import { db } from "#lib/db.ts";

/** Every party cell by name as people count, for editors to choose from; old ones are marked, their reports still come in. */
export async function listCellChoices() {
  const cells = await db.cell.findMany({ select: { id: true, name: true, validTo: true } });
  const byName = new Intl.Collator("vi", { numeric: true }).compare;
  return cells
    .map(({ id, name, validTo }) => ({ id, name: validTo ? `${name} (đơn vị cũ)` : name }))
    .sort((a, b) => byName(a.name, b.name));
}
