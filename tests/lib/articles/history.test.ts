import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { getHistory, getRevision, restoreRevision } from "#lib/articles/history.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { returnArticle, submitArticle } from "#lib/articles/review.ts";
import { db } from "#lib/db.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";

let editor: UserActor;
let publisher: UserActor;
let contributor: UserActor;
let categoryId = 0;

const person = async (name: string, role: UserActor["role"]): Promise<UserActor> => {
  const { id } = await db.user.create({ data: { email: `${role}@p.vn`, name, role, passwordHash: "-" } });
  return { kind: "user", id, name, role };
};

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  editor = await person("An", "editor");
  publisher = await person("Bình", "publisher");
  contributor = await person("Cúc", "contributor");
});

const content = (bodyHtml: string) => ({ title: "Họp", summary: "Tóm tắt.", bodyHtml, categoryId });

/** An article of three revisions by two people; the second is what readers see. */
async function written() {
  const { id: articleId } = await createArticle(editor, content("<p>Một</p>"));
  await saveRevision(publisher, { ...content("<p>Hai</p>"), articleId, version: 0 });
  await publishArticle(system("test"), { articleId, version: 1 });
  const { version } = await saveRevision(editor, { ...content("<p>Ba</p>"), articleId, version: 2 });
  return { articleId, version };
}

test("every revision has its author and time, and which of them readers see is said", async () => {
  const { articleId, version } = await written();

  const history = await getHistory(editor, articleId);

  expect(history).toMatchObject({ version, head: { number: 3 }, liveNumber: 2, canRestore: true, next: undefined });
  expect(history?.revisions.map(({ number, author }) => [number, author?.name])).toEqual([
    [3, "An"],
    [2, "Bình"],
    [1, "An"],
  ]);
  expect(history?.revisions[0]?.createdAt).toBeInstanceOf(Date);
  expect(await getRevision(articleId, 1)).toMatchObject({ bodyHtml: "<p>Một</p>", facts: ["Chuyên mục: Tin"] });
  expect(await getRevision(articleId, 4)).toBeNull();
});

test("a long history is read in pages", async () => {
  const { id: articleId } = await createArticle(editor, content("<p>0</p>"));
  for (let version = 0; version < 51; version += 1)
    await saveRevision(editor, { ...content(`<p>${version + 1}</p>`), articleId, version });

  const newest = await getHistory(editor, articleId);
  const rest = await getHistory(editor, articleId, newest?.next);

  expect([newest?.revisions.length, newest?.next]).toEqual([50, 3]);
  expect(rest?.revisions.map(({ number }) => number)).toEqual([2, 1]);
});

test("an old revision comes back as a new one; readers see no change, and the audit says which it was", async () => {
  const { articleId, version } = await written();

  const restored = await restoreRevision(editor, { articleId, version, number: 1 });

  expect(restored).toMatchObject({ number: 4, version: version + 1 });
  expect(await getRevision(articleId, 4)).toMatchObject({ bodyHtml: "<p>Một</p>" });
  expect(await getRevision(articleId, 3)).toMatchObject({ bodyHtml: "<p>Ba</p>" });
  expect(await getHistory(editor, articleId)).toMatchObject({ head: { number: 4 }, liveNumber: 2 });
  const subject = `article:${articleId}`;
  expect(await db.auditEvent.findMany({ where: { action: "article.restore", subject } })).toMatchObject([
    { userId: editor.id, detail: { restores: 1, number: 4 } },
  ]);
});

test("each revision is named by what was done with it, by whom and when", async () => {
  const { id: articleId } = await createArticle(editor, content("<p>Một</p>"));
  await submitArticle(editor, { articleId });
  await returnArticle(publisher, { articleId, note: "Ghi rõ ngày." });
  const { version } = await saveRevision(editor, { ...content("<p>Hai</p>"), articleId, version: 2 });
  await submitArticle(editor, { articleId });
  const published = await publishArticle(publisher, { articleId });
  await takeDownArticle(publisher, { articleId, reason: "mistake" });
  await restoreRevision(editor, { articleId, version: published.version + 1, number: 1 });

  const history = await getHistory(editor, articleId);

  expect(version).toBe(3);
  expect(
    history?.revisions.map(({ number, milestones }) => [
      number,
      ...milestones.map(({ kind, user, note }) => [kind, user?.name, note].filter(Boolean).join(" ")),
    ]),
  ).toEqual([
    [3, "restored An Từ bản số 1."],
    [2, "submitted An", "approved Bình", "published Bình", "withdrawn Bình"],
    [1, "submitted An", "returned Bình Ghi rõ ngày."],
  ]);
  expect(history?.revisions[0]?.milestones[0]?.at).toBeInstanceOf(Date);
});

test("whoever saw an older difference is refused, and nothing is written", async () => {
  const { articleId, version } = await written();
  await saveRevision(publisher, { ...content("<p>Bốn</p>"), articleId, version });

  await expect(restoreRevision(editor, { articleId, version, number: 1 })).rejects.toMatchObject({ code: "conflict" });

  expect((await getHistory(editor, articleId))?.head.number).toBe(4);
});

test("a revision that is not there, or was changed behind the application's back, does not come back", async () => {
  const { articleId, version } = await written();
  await expect(restoreRevision(editor, { articleId, version, number: 9 })).rejects.toMatchObject({ code: "not-found" });

  await ownerQuery(`UPDATE "Revision" SET "bodyHtml" = '<p>Khác</p>' WHERE "articleId" = ${articleId} AND number = 1`);

  await expect(restoreRevision(editor, { articleId, version, number: 1 })).rejects.toMatchObject({ code: "conflict" });
});

test("contributors see and take back what they began, as long as readers do not see it, and nothing else", async () => {
  const { articleId, version } = await written();
  expect(await getHistory(contributor, articleId)).toBeNull();
  await expect(restoreRevision(contributor, { articleId, version, number: 1 })).rejects.toMatchObject({
    code: "forbidden",
  });

  const own = await createArticle(contributor, content("<p>Một</p>"));
  await saveRevision(contributor, { ...content("<p>Hai</p>"), articleId: own.id, version: 0 });
  expect(await restoreRevision(contributor, { articleId: own.id, version: 1, number: 1 })).toMatchObject({ number: 3 });
  await publishArticle(system("test"), { articleId: own.id });
  expect(await getHistory(contributor, own.id)).toMatchObject({ canRestore: false });
});
