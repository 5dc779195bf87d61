import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { listBrokenLinks } from "#lib/articles/broken-links.ts";
import { getHistory } from "#lib/articles/history.ts";
import { listArticles } from "#lib/articles/listing.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { listByCategory, listNewest, listPage } from "#lib/articles/queries.ts";
import { listRelated } from "#lib/articles/related.ts";
import { submitArticle } from "#lib/articles/review.ts";
import { countPressing, listTasks } from "#lib/articles/tasks.ts";
import { db } from "#lib/db.ts";
import { fillArticles } from "#tests/support/many-articles.ts";
import { plansOf } from "#tests/support/plans.ts";

const place = { categoryId: 0, cellId: 0 };
const people: UserActor[] = [];
let articleId = 0;

beforeAll(async () => {
  place.categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  place.cellId = (await db.cell.create({ data: { slug: "chi-bo-1", name: "Chi bộ 1" } })).id;
  for (const role of ["contributor", "editor", "publisher"] as const) {
    const { id } = await db.user.create({ data: { email: `${role}@p.vn`, name: role, role, passwordHash: "-" } });
    people.push({ kind: "user", id, name: role, role });
  }
  for (const actor of people) {
    const draft = { title: "Bài riêng", summary: "Tóm tắt.", bodyHtml: "<p>Chữ</p>", categoryId: place.categoryId };
    articleId = (await createArticle(actor, draft)).id;
    await submitArticle(actor, { articleId });
    await publishArticle(system("test"), { articleId: (await createArticle(actor, draft)).id });
    await createArticle(actor, draft);
  }
  await fillArticles(20_000, place, "15 minutes");
}, 120_000);

/** What grows with the site is read from end to end by none of these. */
const WHOLE = /Seq Scan on "?(?:Article|Revision|Milestone)\b/;

const readers: [string, () => Promise<unknown>][] = [
  ["the newest articles", () => listNewest(10)],
  ["a category's first page", () => listPage({ categoryId: place.categoryId }, 1)],
  ["a category's hundredth page", () => listPage({ categoryId: place.categoryId }, 100)],
  ["a cell's first page", () => listPage({ cellId: place.cellId }, 1)],
  ["the newest of each category", () => listByCategory([place.categoryId], 3)],
  ["what else there is to read", () => listRelated({ id: articleId, listedAt: new Date(), ...place })],
];

test.each(readers)("readers' list, %s, is answered from indexes among 20,000 articles", async (_name, work) => {
  const plans = await plansOf(work);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((plan) => WHOLE.test(plan))).toEqual([]);
});

const editors: [string, (actor: UserActor) => Promise<unknown>][] = [
  ["the list", (actor) => listArticles(actor, {})],
  ["the list by title", (actor) => listArticles(actor, { words: "bai mau 19999" })],
  ["the dashboard", (actor) => listTasks(actor)],
  ["broken links", (actor) => listBrokenLinks({ ...actor, role: "editor" })],
  ["the number in the menu", (actor) => countPressing(actor)],
  ["an article's history", (actor) => getHistory(actor, articleId)],
];

test.each(editors)("editors' %s is answered from indexes among 20,000 articles, whoever asks", async (_name, work) => {
  for (const actor of people) {
    const plans = await plansOf(() => work(actor));
    expect(plans.length).toBeGreaterThan(0);
    expect(
      plans.filter((plan) => WHOLE.test(plan)),
      actor.role,
    ).toEqual([]);
  }
});
