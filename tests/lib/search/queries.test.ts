import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { db } from "#lib/db.ts";
import { searchArticles } from "#lib/search/queries.ts";
import { readQuery } from "#lib/search/query.ts";
import { naughtyStrings } from "#tests/support/naughty.ts";

const clerk = system("test");
let categoryId = 0;

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
});

async function publish(title: string, body = "Nội dung.", dateline = "2020-01-01") {
  const article = await createArticle(clerk, { title, bodyHtml: `<p>${body}</p>`, categoryId, dateline });
  return publishArticle(clerk, { articleId: article.id });
}
const titles = async (typed: string) => (await searchArticles(readQuery(typed), 1))?.hits.map(({ title }) => title);

test("accents need not be typed; as typed they come first, however old", async () => {
  await publish("Phường Đông Thanh họp", "x", "2019-01-01");
  await publish("Phường Đông Thành họp", "x", "2021-01-01");

  expect(await titles("phuong dong thanh hop")).toEqual(["Phường Đông Thành họp", "Phường Đông Thanh họp"]);
  expect(await titles("Đông Thanh họp")).toEqual(["Phường Đông Thanh họp", "Phường Đông Thành họp"]);
  expect(await titles("ĐÔNG THANH HỌP".normalize("NFD"))).toEqual(["Phường Đông Thanh họp", "Phường Đông Thành họp"]);
});

test("words side by side come before words apart, the title before the body", async () => {
  await publish("Huy động bộ phận, hiệu quả", "x", "2022-03-03");
  await publish("Tin ngắn", "Trao huy hiệu.", "2022-02-02");
  await publish("Lễ trao huy hiệu", "x", "2022-01-01");

  expect(await titles("huy hiệu")).toEqual(["Lễ trao huy hiệu", "Tin ngắn", "Huy động bộ phận, hiệu quả"]);
  expect(await titles("“huy hiệu”")).toEqual(["Lễ trao huy hiệu", "Tin ngắn"]);
});

test("a document's number is found however it is written", async () => {
  await publish("Văn bản", "Kế hoạch số 30 – KH/ĐU ngày 17/5/2017");
  for (const typed of ["30-KH/ĐU", "30 kh du", "“30 – KH/ĐU”"]) expect(await titles(typed)).toEqual(["Văn bản"]);
});

test("drafts, articles taken down and articles of the future are not found", async () => {
  await createArticle(clerk, { title: "canary nháp", bodyHtml: "<p>canary</p>", categoryId });
  const gone = await publish("canary gỡ");
  await takeDownArticle(clerk, { articleId: gone.id, reason: "mistake" });
  const future = await publish("canary mai");
  await db.article.update({ where: { id: future.id }, data: { publishedAt: new Date(Date.now() + 86_400_000) } });

  expect(await titles("canary")).toEqual([]);
});

test("the index follows the live revision by itself", async () => {
  const { id } = await publish("lexemetest");
  await db.article.update({ where: { id }, data: { liveRevisionId: null } });
  const [row] = await db.$queryRaw<
    { empty: boolean }[]
  >`SELECT search IS NULL AS empty FROM "Article" WHERE id = ${id}`;
  expect(row?.empty).toBe(true);
});

test("an empty query and a page beyond the end", async () => {
  expect(await searchArticles(readQuery(" ?! "), 1)).toMatchObject({ hits: [], total: 0, last: 1 });
  expect(await searchArticles(readQuery("họp"), 2)).toBeUndefined();
});

test("nothing hostile is an error, and nothing is dear", async (context) => {
  const strings = naughtyStrings();
  if (!strings) return context.skip("../shared/corpora/naughty is absent");
  const hostile = ["' OR 1=1 --", "a & | ! ( )", "a:* <-> b", "\\", "%_", "@202001", "'@20200101'", ...strings];
  const times: number[] = [];
  for (const typed of hostile) {
    const start = performance.now();
    await searchArticles(readQuery(typed), 1);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [median = 0, late = 0] = [0.5, 0.99].map((share) => times[Math.floor(times.length * share)]);
  expect(late).toBeLessThan(Math.max(300, 10 * median)); // on a busy machine everything is late
  expect(await titles("@202001")).toEqual([]);
}, 120_000);
