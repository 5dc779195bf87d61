import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { listRelated } from "#lib/articles/related.ts";
import { db } from "#lib/db.ts";

const clerk = system("test");
let news = 0;
let cell = 0;

beforeAll(async () => {
  news = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  cell = (await db.cell.create({ data: { slug: "chi-bo-1", name: "Chi bộ 1" } })).id;
  // One a day, in this order; those of the cell are marked.
  const titles = ["1", "2", "3 chi bộ", "4", "5 chi bộ", "6", "7", "8", "9 chi bộ", "10"];
  for (const [index, title] of titles.entries()) await publish(title, index + 1);
});

async function publish(title: string, day: number) {
  const place = { categoryId: news, ...(title.includes("chi bộ") && { cellId: cell }) };
  const dateline = `2020-05-${String(day).padStart(2, "0")}`;
  const { id } = await createArticle(clerk, { title, bodyHtml: `<p>${title}</p>`, dateline, ...place });
  return publishArticle(clerk, { articleId: id });
}

/** The titles that the article of this title leads to. */
async function relatedTo(title: string) {
  const article = await db.article.findFirstOrThrow({ where: { liveRevision: { title } } });
  return (await listRelated(article)).map((one) => one.title);
}

test("an article leads to those before it: of its cell, then of its category", async () => {
  expect(await relatedTo("9 chi bộ")).toEqual(["5 chi bộ", "3 chi bộ", "8", "7"]);
  expect(await relatedTo("8")).toEqual(["7", "6", "5 chi bộ", "4"]);
});

test("the first ones lead to the newest, never to themselves", async () => {
  expect(await relatedTo("1")).toEqual(["10", "9 chi bộ", "8", "7"]);
  expect(await relatedTo("3 chi bộ")).toEqual(["2", "1", "10", "9 chi bộ"]);
});

test("so does a draft, which stands nowhere yet", async () => {
  const related = await listRelated({ id: 0, listedAt: null, cellId: null, categoryId: news });
  expect(related.map(({ title }) => title)).toEqual(["10", "9 chi bộ", "8", "7"]);
});

test("what is published later changes nothing of it", async () => {
  const before = await relatedTo("10");
  await publish("11", 11);
  expect(await relatedTo("10")).toEqual(before);
});
