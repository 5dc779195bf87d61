import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { getCategory, listCategories } from "#lib/categories/queries.ts";
import { db } from "#lib/db.ts";

test("the menu has the categories with something to read, in the committee's order", async () => {
  const clerk = system("test");
  for (const [index, slug] of ["hai", "mot", "nhap", "trong"].entries()) {
    const position = slug === "mot" ? 0 : index + 1;
    const { id: categoryId } = await db.category.create({ data: { slug, name: slug, position } });
    if (slug === "trong") continue;
    const { id: articleId } = await createArticle(clerk, { title: slug, bodyHtml: "<p>x</p>", categoryId });
    if (slug !== "nhap") await publishArticle(clerk, { articleId });
  }

  expect((await listCategories()).map(({ slug }) => slug)).toEqual(["mot", "hai"]);
  expect(await getCategory("trong")).toMatchObject({ name: "trong" });
  expect(await getCategory("không có")).toBeNull();
});
