import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { getPublishedArticle } from "#lib/articles/published-article.ts";
import { listAddresses, listByCategory, listNewest, listPage } from "#lib/articles/queries.ts";
import { listRelated } from "#lib/articles/related.ts";
import { db } from "#lib/db.ts";

const clerk = system("test");
const CANARY = "canary-7c1f";
let news = 0;
let empty = 0;
let cellId = 0;

beforeAll(async () => {
  news = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  empty = (await db.category.create({ data: { slug: "trong", name: "Trống", position: 2 } })).id;
  cellId = (await db.cell.create({ data: { slug: "chi-bo-1", name: "Chi bộ 1" } })).id;
});

async function publish(title: string, change: object = {}) {
  const input = { title, bodyHtml: `<p>${title}</p>`, categoryId: news, ...change };
  const { id } = await createArticle(clerk, input);
  return publishArticle(clerk, { articleId: id });
}

test("an article is read with its day, cell and body", async () => {
  const { slug } = await publish("Sinh hoạt chi bộ", { cellId, dateline: "2017-07-19" });
  expect(await getPublishedArticle(slug)).toMatchObject({
    title: "Sinh hoạt chi bộ",
    body: "<p>Sinh hoạt chi bộ</p>",
    publishedAt: new Date("2017-07-19T00:00:00+07:00"),
    cell: { slug: "chi-bo-1", name: "Chi bộ 1" },
  });
});

test("drafts, newer revisions, articles taken down and articles of the future are nowhere", async () => {
  const draft = await createArticle(clerk, { title: CANARY, bodyHtml: "<p>x</p>", categoryId: news, cellId });
  const gone = await publish(`${CANARY} gỡ`, { cellId });
  await takeDownArticle(clerk, { articleId: gone.id, reason: "mistake" });
  const future = await publish(`${CANARY} mai`, { cellId });
  await db.article.update({ where: { id: future.id }, data: { publishedAt: new Date(Date.now() + 60_000) } });
  const live = await publish("Bài hiện có", { cellId });
  const { id, version } = await db.article.findUniqueOrThrow({ where: { id: live.id } });
  const { saveRevision } = await import("#lib/articles/mutations.ts");
  await saveRevision(clerk, { articleId: id, version, title: CANARY, bodyHtml: `<p>${CANARY}</p>`, categoryId: news });

  const everything = [
    ...(await Promise.all([draft.slug, gone.slug, future.slug, live.slug].map(getPublishedArticle))),
    await listNewest(100),
    await listPage({ categoryId: news }, 1),
    await listPage({ cellId }, 1),
    [...(await listByCategory([news, empty], 100)).values()],
    await listRelated({ id: 0, listedAt: null, categoryId: news, cellId }),
    await listAddresses(),
  ];
  const text = JSON.stringify(everything);
  expect(text).toContain("Bài hiện có");
  expect(text).not.toContain(CANARY);
});

test("text that was changed behind the application's back is not shown", async () => {
  const { id, slug } = await publish("Nguyên vẹn");
  const seal = "x".repeat(43);
  const forged = {
    articleId: id,
    number: 99,
    title: "Nguyên vẹn",
    summary: "",
    bodyHtml: "<p>Cá cược</p>",
    bodyText: "",
  };
  const revision = await db.revision.create({ data: { ...forged, categoryId: news, seal } });
  await db.article.update({ where: { id }, data: { liveRevisionId: revision.id } });

  expect(await getPublishedArticle(slug)).toMatchObject({ title: "Nguyên vẹn", body: null });
});

test.each(["", "a b", "A", "%00", "\0", "../x", "a".repeat(300), "đảng"])(
  "%j is no slug and no error",
  async (slug) => {
    expect(await getPublishedArticle(slug)).toBeNull();
  },
);

test("twenty a page, newest first, none twice, nothing beyond the end", async () => {
  const category = await db.category.create({ data: { slug: "dai", name: "Dài", position: 3 } });
  for (let number = 1; number <= 21; number++)
    await publish(`Bài ${number}`, { categoryId: category.id, dateline: "2020-05-05" });

  const first = await listPage({ categoryId: category.id }, 1);
  const second = await listPage({ categoryId: category.id }, 2);
  expect(first).toMatchObject({ page: 1, last: 2, total: 21, more: false });
  expect(new Set([...(first?.articles ?? []), ...(second?.articles ?? [])].map(({ slug }) => slug)).size).toBe(21);
  expect(second?.articles.map(({ title }) => title)).toEqual(["Bài 1"]);
  expect(await listPage({ categoryId: category.id }, 3)).toBeUndefined();
});

test("an empty category has one empty page", async () => {
  expect(await listPage({ categoryId: empty }, 1)).toMatchObject({ articles: [], last: 1, total: 0 });
});
