import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { getArticleForEditing } from "#lib/articles/editing.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { db } from "#lib/db.ts";

let categoryId = 0;
let editor: UserActor;
let publisher: UserActor;
let contributor: UserActor;

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  const person = async (role: UserActor["role"]): Promise<UserActor> => {
    const { id, name } = await db.user.create({ data: { email: `${role}@p.vn`, name: role, role, passwordHash: "-" } });
    return { kind: "user", id, name, role };
  };
  [editor, publisher] = [await person("editor"), await person("publisher")];
  contributor = await person("contributor");
});

const draft = (title: string) => ({ title, bodyHtml: "<p>x</p>", categoryId });

test("contributors open what they began, and nothing else", async () => {
  const own = await createArticle(contributor, draft("Của tôi"));
  const foreign = await createArticle(editor, draft("Của người khác"));
  await saveRevision(editor, { ...draft("Của tôi, đã sửa"), articleId: own.id, version: own.version });

  expect(await getArticleForEditing(contributor, own.id)).toMatchObject({ canEdit: true, canPublish: false });
  expect(await getArticleForEditing(contributor, foreign.id)).toBeNull();
});

test("the page offers approval to whoever wrote nothing of the text", async () => {
  const { id, version } = await createArticle(contributor, draft("Bài chờ"));
  expect(await getArticleForEditing(publisher, id)).toMatchObject({ approves: true });
  await saveRevision(publisher, { ...draft("Bài chờ,"), articleId: id, version });
  expect(await getArticleForEditing(publisher, id)).toMatchObject({ approves: false });
});

test("an hour to go that has passed is overdue for as long as readers see the article", async () => {
  const { id } = await createArticle(editor, draft("Quên gỡ"));
  await publishArticle(system("test"), { articleId: id });
  const passed = (minutes: number) => ({ unpublishAt: new Date(Date.now() - minutes * 60_000) });
  await db.article.update({ where: { id }, data: passed(0.5) });
  expect(await getArticleForEditing(editor, id)).toMatchObject({ isOverdue: false, isEndOverdue: false });
  await db.article.update({ where: { id }, data: passed(90) });
  expect(await getArticleForEditing(editor, id)).toMatchObject({ isOverdue: false, isEndOverdue: true });
  await takeDownArticle(system("test"), { articleId: id, reason: "mistake" });
  expect(await getArticleForEditing(editor, id)).toMatchObject({ isEndOverdue: false });
});
