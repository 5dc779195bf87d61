import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { getArticleForEditing, listArticles } from "#lib/articles/editing.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { db } from "#lib/db.ts";

let categoryId = 0;
let editor: UserActor;
let contributor: UserActor;

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
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
  for (const words of ["' OR 1=1", "a & | ! :*", "\\", "()", "😀", "<->"]) await titles(editor, { words });
  expect(await titles(editor, { state: "constructor", after: "x" })).toHaveLength(4);
});

test("contributors see only what they began", async () => {
  const own = await createArticle(contributor, draft("Của tôi"));
  const foreign = await createArticle(editor, draft("Của người khác"));
  await saveRevision(editor, { ...draft("Của tôi, đã sửa"), articleId: own.id, version: own.version });

  expect(await titles(contributor)).toEqual(["Của tôi, đã sửa"]);
  expect(await getArticleForEditing(contributor, own.id)).toMatchObject({ canEdit: true, canPublish: false });
  expect(await getArticleForEditing(contributor, foreign.id)).toBeNull();
});

test("pages of the list follow each other without gap or repetition", async () => {
  for (let number = 0; number < 62; number += 1) await createArticle(editor, draft(`Bài ${number}`));
  const seen: number[] = [];
  for (let after: string | undefined, page = 0; page < 5; page += 1) {
    const { articles, next } = await listArticles(editor, { words: "bai", after });
    seen.push(...articles.map(({ id }) => id));
    if (!next) break;
    after = next;
  }
  expect(seen).toHaveLength(62);
  expect(new Set(seen).size).toBe(62);
});
