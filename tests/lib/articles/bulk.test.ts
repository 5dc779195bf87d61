import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { moveArticles } from "#lib/articles/bulk.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { submitArticle } from "#lib/articles/review.ts";
import { db } from "#lib/db.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";

let categoryId = 0;
let otherCategory = 0;
const people: Partial<Record<UserActor["role"], UserActor>> = {};
const who = (role: UserActor["role"]) => people[role] as UserActor;

beforeAll(async () => {
  const category = (slug: string) => db.category.create({ data: { slug, name: slug, position: 1 } });
  [categoryId, otherCategory] = [(await category("tin")).id, (await category("thong-bao")).id];
  for (const role of ["contributor", "editor", "publisher"] as const) {
    const { id } = await db.user.create({ data: { email: `${role}@p.vn`, name: role, role, passwordHash: "-" } });
    people[role] = { kind: "user", id, name: role, role };
  }
});

const write = (title: string, actor = who("editor")) =>
  createArticle(actor, { title, summary: "Tóm tắt.", bodyHtml: "<p>Nội dung</p>", categoryId });
const row = (id: number) => db.article.findUniqueOrThrow({ where: { id } });
const ticks = (...articles: { id: number; version: number }[]) => articles.map(({ id, version }) => `${id}:${version}`);

test("each article is decided for itself, and of each that stays it is said why", async () => {
  const [one, two, live] = [await write("Một"), await write("Hai"), await write("Đang đăng")];
  const { version } = await publishArticle(system("test"), { articleId: live.id });
  const chosen = ticks(one, { id: live.id, version }, two, { id: 999_999, version: 0 });

  const moved = await moveArticles(who("editor"), { move: "archive", chosen });

  expect(moved).toEqual({
    move: "archive",
    done: 2,
    refused: [
      { title: "Đang đăng", sentence: "Bài đang đăng. Hãy gỡ bài trước khi lưu trữ." },
      { title: "Bài số 999999", sentence: "Không có bài này. Có thể bạn mở một đường dẫn cũ." },
    ],
  });
  expect([await row(one.id), await row(two.id), await row(live.id)].map(({ stage }) => stage)).toEqual([
    "archived",
    "archived",
    "draft",
  ]);
});

test("an article that moved since the list was shown stays as it is", async () => {
  const article = await write("Vừa sửa");
  await saveRevision(who("publisher"), { title: "Vừa sửa xong", categoryId, articleId: article.id, version: 0 });
  const { done, refused } = await moveArticles(who("editor"), { move: "archive", chosen: ticks(article) });
  expect([done, refused[0]?.sentence]).toEqual([0, expect.stringContaining("Hãy mở bài xem lại")]);
});

test("all of many are published, and those that stay are told in the order they were ticked", async () => {
  const articles = await Promise.all(Array.from({ length: 12 }, (_, at) => write(`Bài ${at}`)));
  await moveArticles(who("editor"), { move: "submit", chosen: ticks(...articles) });
  const chosen = ticks(...articles.map(({ id }) => ({ id, version: 1 })));

  const published = await moveArticles(who("publisher"), { move: "publish", chosen });
  expect([published.done, published.refused]).toEqual([12, []]);

  const again = await moveArticles(who("publisher"), { move: "publish", chosen });
  expect(again.refused.map(({ title }) => title)).toEqual(articles.map((_, at) => `Bài ${at}`));
});

test("what breaks one of a batch leaves its neighbours to be published", async () => {
  const articles = await Promise.all(["Lành", "Hỏng", "Cũng lành"].map((title) => write(title)));
  await ownerQuery(`
    CREATE FUNCTION break_down() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
    CREATE TRIGGER broken BEFORE UPDATE OF "liveRevisionId" ON "Article" FOR EACH ROW WHEN (OLD.slug = 'hong')
      EXECUTE FUNCTION break_down();`);
  const { done, refused } = await moveArticles(who("publisher"), { move: "publish", chosen: ticks(...articles) });
  await ownerQuery('DROP TRIGGER broken ON "Article"');
  expect([done, refused]).toEqual([2, [{ title: "Hỏng", sentence: expect.stringContaining("vẫn như cũ") }]]);
});

test("two who publish the same at once: each article is published once, and the other is told", async () => {
  const articles = await Promise.all(Array.from({ length: 10 }, (_, at) => write(`Cùng lúc ${at}`)));
  const chosen = ticks(...articles);
  const backwards = { move: "publish", chosen: chosen.toReversed() };
  const both = await Promise.all([
    moveArticles(who("publisher"), { move: "publish", chosen }),
    moveArticles(who("publisher"), backwards),
  ]);
  expect(both[0].done + both[1].done).toBe(10);
  expect(both.flatMap(({ refused }) => refused).filter(({ sentence }) => sentence.includes("có lỗi"))).toEqual([]);
  expect(
    await db.milestone.count({ where: { kind: "published", articleId: { in: articles.map(({ id }) => id) } } }),
  ).toBe(10);
});

test("four eyes, the checklist and the rights hold for many as for one", async () => {
  const submitted = await write("Của người khác");
  const { version } = await submitArticle(who("editor"), { articleId: submitted.id });
  const [own, unready] = [await write("Của tôi", who("publisher")), await write("Gọi 0912345678")];
  const chosen = ticks({ id: submitted.id, version }, own, unready);

  const { done, refused } = await moveArticles(who("publisher"), { move: "publish", chosen });
  expect([done, refused.map(({ title }) => title)]).toEqual([1, ["Của tôi", "Gọi 0912345678"]]);
  expect(refused[0]?.sentence).toContain("không tự duyệt được");
  expect((await row(submitted.id)).liveRevisionId).not.toBeNull();

  const asEditor = await moveArticles(who("editor"), { move: "publish", chosen: ticks(own) });
  expect(asEditor.refused[0]?.sentence).toContain("không được làm việc này");
});

test("a contributor moves what is his, and learns nothing of what is not", async () => {
  const [own, foreign] = [await write("Của tôi", who("contributor")), await write("Tên không nên lộ")];
  const moved = await moveArticles(who("contributor"), { move: "submit", chosen: ticks(own, foreign) });
  expect(moved).toMatchObject({ done: 1, refused: [{ title: `Bài số ${foreign.id}` }] });
  expect(JSON.stringify(moved)).not.toContain("không nên lộ");
});

test("another category is another revision, which readers of a published article do not see yet", async () => {
  const [draft, live] = [await write("Nháp"), await write("Đang đăng")];
  const { version } = await publishArticle(system("test"), { articleId: live.id });
  const chosen = ticks(draft, { id: live.id, version });
  await expect(moveArticles(who("editor"), { move: "categorise", chosen, categoryId: "" })).rejects.toMatchObject({
    name: "ZodError",
  });
  expect(
    await moveArticles(who("editor"), { move: "categorise", chosen, categoryId: `${otherCategory}` }),
  ).toMatchObject({ done: 2 });
  expect(await row(draft.id)).toMatchObject({ headCategoryId: otherCategory });
  expect(await row(live.id)).toMatchObject({ headCategoryId: otherCategory, categoryId });
  expect(await db.revision.findMany({ where: { articleId: live.id }, select: { bodyHtml: true } })).toEqual([
    { bodyHtml: "<p>Nội dung</p>" },
    { bodyHtml: "<p>Nội dung</p>" },
  ]);
});

test("what was changed behind the application's back is not sealed anew on the way", async () => {
  const article = await write("Bị sửa ngoài");
  await ownerQuery(`UPDATE "Revision" SET "bodyHtml" = '<p>Khác</p>' WHERE "articleId" = ${article.id}`);
  const input = { move: "categorise", chosen: ticks(article), categoryId: otherCategory };
  expect((await moveArticles(who("editor"), input)).refused[0]?.sentence).toContain("sửa ngoài chương trình");
});

test("nothing ticked, too much ticked, and what is no tick are refused", async () => {
  for (const chosen of [[], ["1"], ["1:x"], Array.from({ length: 101 }, () => "1:0")])
    await expect(moveArticles(who("editor"), { move: "archive", chosen })).rejects.toMatchObject({ name: "ZodError" });
  await expect(moveArticles(who("editor"), { move: "takeDown", chosen: ["1:0"] })).rejects.toThrow();
});
