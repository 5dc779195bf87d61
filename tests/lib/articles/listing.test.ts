import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { conditionsOf, listArticles, listAuthorChoices, listSql } from "#lib/articles/listing.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { archiveArticle, submitArticle } from "#lib/articles/review.ts";
import { db } from "#lib/db.ts";
import { fillArticles } from "#tests/support/many-articles.ts";

let categoryId = 0;
let otherCategory = 0;
let cellId = 0;
let editor: UserActor;
let contributor: UserActor;

beforeAll(async () => {
  const category = (slug: string) => db.category.create({ data: { slug, name: slug, position: 1 } });
  [categoryId, otherCategory] = [(await category("tin")).id, (await category("thong-bao")).id];
  cellId = (await db.cell.create({ data: { slug: "chi-bo-1", name: "Chi bộ 1" } })).id;
  const person = async (role: UserActor["role"]): Promise<UserActor> => {
    const { id, name } = await db.user.create({ data: { email: `${role}@p.vn`, name: role, role, passwordHash: "-" } });
    return { kind: "user", id, name, role };
  };
  [editor, contributor] = [await person("editor"), await person("contributor")];
});

const draft = (title: string) => ({ title, bodyHtml: "<p>x</p>", categoryId });
const titles = async (actor: UserActor, filter: Parameters<typeof listArticles>[1] = {}) =>
  (await listArticles(actor, filter)).articles.map(({ title }) => title);

test("each state has its list, and titles are found without accents, by beginnings", async () => {
  await createArticle(editor, draft("Nháp về Đại hội"));
  const live = await createArticle(editor, draft("Đang đăng"));
  await publishArticle(system("test"), { articleId: live.id });
  const changed = await createArticle(editor, draft("Cũ"));
  const { version } = await publishArticle(system("test"), { articleId: changed.id });
  await saveRevision(editor, { ...draft("Có thay đổi"), articleId: changed.id, version });
  const down = await createArticle(editor, draft("Đã gỡ"));
  await publishArticle(system("test"), { articleId: down.id });
  await takeDownArticle(system("test"), { articleId: down.id, reason: "mistake" });

  expect(await titles(editor, { state: "draft" })).toEqual(["Nháp về Đại hội"]);
  expect(await titles(editor, { state: "live" })).toEqual(["Có thay đổi", "Đang đăng"]);
  expect(await titles(editor, { state: "changed" })).toEqual(["Có thay đổi"]);
  expect(await titles(editor, { state: "withdrawn" })).toEqual(["Đã gỡ"]);
  expect(await titles(editor, { words: "dai ho" })).toEqual(["Nháp về Đại hội"]);
  expect(await titles(editor, { words: "cũ" })).toEqual([]); // the newest title counts
  for (const words of ["' OR 1=1", "a & | ! :*", "\\", "()", "😀", "<->"]) await titles(editor, { words });
  expect(await titles(editor, { state: "constructor", after: "x", categoryId: "y", from: "32/13/2020" })).toHaveLength(
    4,
  );
});

test("a row says two facts: what readers see, and what they do not see yet", async () => {
  const { id: articleId } = await createArticle(editor, draft("Bài có hai sự thật"));
  const row = async () => (await listArticles(editor, { words: "hai su that" })).articles[0];
  expect(await row()).toMatchObject({ seen: "unseen", work: "draft", liveNumber: null });
  const { version } = await publishArticle(system("test"), { articleId });
  expect(await row()).toMatchObject({ seen: "live", work: "none", liveNumber: 1 });
  const saved = await saveRevision(editor, { ...draft("Bài có hai sự thật, sửa"), articleId, version });
  expect(await row()).toMatchObject({ seen: "live", work: "changed", liveNumber: 1 });
  await submitArticle(editor, { articleId, version: saved.version });
  expect(await row()).toMatchObject({ seen: "live", work: "submitted", liveNumber: 1 });
});

test("an hour to go that has passed is overdue like an hour to appear", async () => {
  const { id } = await createArticle(editor, draft("Quên gỡ"));
  await publishArticle(system("test"), { articleId: id });
  await db.article.update({ where: { id }, data: { unpublishAt: new Date(Date.now() - 3_600_000) } });
  const { articles } = await listArticles(editor, { state: "overdue" });
  expect(articles).toMatchObject([{ title: "Quên gỡ", isOverdue: false, isEndOverdue: true }]);
  await takeDownArticle(system("test"), { articleId: id, reason: "expired" });
  expect(await titles(editor, { state: "overdue" })).toEqual([]);
});

test("category, cell, author and days of publication narrow the list, alone and together", async () => {
  const write = async (title: string, change: object, actor = editor) => {
    const { id } = await createArticle(actor, { ...draft(title), categoryId: otherCategory, ...change });
    await publishArticle(system("test"), { articleId: id });
    return id;
  };
  await write("Trong chi bộ", { cellId, dateline: "2017-07-19" });
  await write("Ngoài chi bộ", { dateline: "2017-07-20" }, contributor);
  const all = { categoryId: String(otherCategory) };

  expect(await titles(editor, all)).toEqual(["Ngoài chi bộ", "Trong chi bộ"]);
  expect(await titles(editor, { ...all, cellId: String(cellId) })).toEqual(["Trong chi bộ"]);
  expect(await titles(editor, { ...all, authorId: String(contributor.id) })).toEqual(["Ngoài chi bộ"]);
  expect(await titles(editor, { ...all, from: "2017-07-20" })).toEqual(["Ngoài chi bộ"]);
  expect(await titles(editor, { ...all, from: "2017-07-19", to: "2017-07-19" })).toEqual(["Trong chi bộ"]);
  expect(await titles(editor, { ...all, cellId: String(cellId), authorId: String(contributor.id) })).toEqual([]);
  expect((await listAuthorChoices()).map(({ name }) => name)).toEqual(["contributor", "editor"]);

  const { id, version } = await createArticle(editor, { ...draft("Đổi chuyên mục"), cellId });
  await saveRevision(editor, { ...draft("Đổi chuyên mục"), categoryId: otherCategory, articleId: id, version });
  expect(await titles(editor, all)).toContain("Đổi chuyên mục");
  await archiveArticle(editor, { articleId: id });
  expect(await titles(editor, all)).not.toContain("Đổi chuyên mục");
});

test("contributors see only what they began, whatever they ask for", async () => {
  const own = await createArticle(contributor, draft("Của tôi"));
  await createArticle(editor, draft("Của người khác"));
  await saveRevision(editor, { ...draft("Của tôi, đã sửa"), articleId: own.id, version: own.version });

  expect(await titles(contributor)).toEqual(["Của tôi, đã sửa", "Ngoài chi bộ"]);
  expect(await titles(contributor, { authorId: String(editor.id) })).toEqual([]);
});

test("pages of the list follow each other without gap or repetition", async () => {
  for (let number = 0; number < 62; number += 1) await createArticle(editor, draft(`Bài ${number}`));
  const seen: number[] = [];
  for (let after: string | undefined, page = 0; page < 5; page += 1) {
    const { articles, next } = await listArticles(editor, { words: "bai", categoryId: String(categoryId), after });
    seen.push(...articles.map(({ id }) => id));
    if (!next) break;
    after = next;
  }
  expect(seen.length).toBeGreaterThanOrEqual(62);
  expect(new Set(seen).size).toBe(seen.length);
});

test("no filter reads the table from end to end: each is answered from an index", async () => {
  await fillArticles(6000, { categoryId });
  const rare = { categoryId: String(otherCategory), cellId: String(cellId), authorId: String(editor.id) };
  const filters = [
    ...[{}, { words: "mau" }, { words: "khong-co" }, { state: "submitted" }, { state: "overdue" }, { state: "owed" }],
    ...[rare, { cellId: rare.cellId }, { authorId: rare.authorId }, { from: "1990-01-01", to: "1990-02-01" }],
    ...[{ state: "changed" }, { state: "archived", words: "mau" }, { after: "2015-01-01T00:00:00.000Z_5" }],
  ];
  const publisher = { ...editor, role: "publisher" } as const;
  const asked = [
    ...filters.map((filter) => [editor, filter] as const),
    ...[editor, publisher].flatMap((who) => [
      [who, { state: "toApprove" }] as const,
      [who, { state: "awaiting" }] as const,
    ]),
  ];
  for (const [who, filter] of asked) {
    const plan = await planOf(filter, who);
    expect(plan, `${JSON.stringify(filter)}\n${plan}`).not.toMatch(/Seq Scan on "(Article|Revision)"/);
  }
  expect(await planOf({ authorId: rare.authorId })).toContain("Article_beganById_updatedAt_id_idx");
  expect(await planOf({})).toContain("Article_updatedAt_id_idx");
  expect(await planOf({ from: "1990-01-01", to: "1990-02-01" })).toContain("Article_publishedAt_idx");
});

async function planOf(filter: object, actor = editor) {
  const rows = await db.$queryRaw<
    { "QUERY PLAN": string }[]
  >`EXPLAIN ${listSql(await conditionsOf(actor, filter), 31)}`;
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
