import { db } from "#lib/db.ts";

/** Every category, for editors to choose from; empty ones too. */
export const listCategoryChoices = () =>
  db.category.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }], select: { id: true, name: true } });
