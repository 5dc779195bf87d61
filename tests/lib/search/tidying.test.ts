import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { db } from "#lib/db.ts";
import { tidySearch } from "#lib/search/tidying.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";

let categoryId = 0;
beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
});

async function publish(title: string) {
  const { id } = await createArticle(system("test"), {
    title,
    bodyHtml: "<p>Nội dung</p>",
    summary: "Tóm.",
    categoryId,
  });
  await publishArticle(system("test"), { articleId: id });
}

/** Pages of words that no index had yet. */
const waiting = async (index: string) => {
  const [row] = await ownerQuery<{ pages: number }>(`SELECT gin_clean_pending_list('"${index}"')::int AS pages`);
  return row?.pages;
};

test.each(["Article_search_idx", "Article_titleWords_idx"])("%s has every word once it was tidied", async (index) => {
  await publish("Một");
  expect(await waiting(index)).toBeGreaterThan(0);
  await publish("Hai");
  await tidySearch();
  expect(await waiting(index)).toBe(0);
});
