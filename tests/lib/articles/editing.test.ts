import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { getArticleForEditing } from "#lib/articles/editing.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
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
