import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { isSealed } from "#lib/articles/seal.ts";
import { db } from "#lib/db.ts";

let categoryId = 0;
let people: Record<UserActor["role"], UserActor>;

const person = async (role: UserActor["role"]): Promise<UserActor> => {
  const { id, name } = await db.user.create({ data: { email: `${role}@p.vn`, name: role, role, passwordHash: "-" } });
  return { kind: "user", id, name, role };
};

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  people = {
    contributor: await person("contributor"),
    editor: await person("editor"),
    publisher: await person("publisher"),
    administrator: await person("administrator"),
  };
});

const draft = (change: object = {}) => ({
  title: "Họp chi bộ",
  summary: "Chi bộ họp.",
  bodyHtml: "<p>Nội dung</p>",
  categoryId,
  ...change,
});
const contentVersion = async () => (await db.contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version;
const published = async (change: object = {}) => {
  const article = await createArticle(people.publisher, draft(change));
  return publishArticle(people.publisher, { articleId: article.id, approval: "later" });
};
const conflict = { code: "conflict" };

test("a draft is a sealed first revision that readers do not notice", async () => {
  const before = await contentVersion();

  const { id, warnings } = await createArticle(people.contributor, draft({ title: "  Đảng bộ\nphường " }));

  const article = await db.article.findUniqueOrThrow({ where: { id }, include: { headRevision: true } });
  expect(article).toMatchObject({ slug: "dang-bo-phuong", liveRevisionId: null, publishedAt: null });
  expect(article.headRevision).toMatchObject({ number: 1, title: "Đảng bộ phường", bodyText: "Nội dung" });
  expect(article.headRevision && isSealed(article.headRevision)).toBe(true);
  expect(warnings).toEqual([]);
  expect(await contentVersion()).toBe(before);
});

test("publishing moves the pointer, fills the search and is in the audit", async () => {
  const before = await contentVersion();

  const { id, path } = await published({ title: "Đại hội chi bộ", dateline: "19/7/2017" });

  const article = await db.article.findUniqueOrThrow({ where: { id } });
  expect(path).toBe(`/bai-viet/${article.slug}`);
  expect(article.liveRevisionId).toBe(article.headRevisionId);
  expect(article.publishedAt?.toISOString()).toBe("2017-07-18T17:00:00.000Z");
  const [found] = await db.$queryRaw<
    { id: number }[]
  >`SELECT id FROM "Article" WHERE search @@ plainto_tsquery('simple', 'dai hoi')`;
  expect(found?.id).toBe(id);
  expect(await db.auditEvent.count({ where: { action: "article.publish", subject: `article:${id}` } })).toBe(1);
  expect(await contentVersion()).toBe(before + 1n);
});

test("saving after publishing changes nothing for readers until it is published", async () => {
  const { id, version } = await published();
  const live = (await db.article.findUniqueOrThrow({ where: { id } })).liveRevisionId;
  const before = await contentVersion();

  const saved = await saveRevision(people.editor, draft({ articleId: id, version, title: "Sửa" }));

  expect(saved.number).toBe(2);
  expect((await db.article.findUniqueOrThrow({ where: { id } })).liveRevisionId).toBe(live);
  expect(await contentVersion()).toBe(before);
});

test("who saves on top of an older version loses nothing of the other's and is told", async () => {
  const { id, version } = await createArticle(people.editor, draft());
  const saves = await Promise.allSettled(
    ["một", "hai", "ba"].map((title) => saveRevision(people.editor, draft({ articleId: id, version, title }))),
  );

  expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(saves.filter(({ status }) => status === "rejected").map((save) => "reason" in save && save.reason)).toEqual([
    expect.objectContaining(conflict),
    expect.objectContaining(conflict),
  ]);
  expect(await db.revision.count({ where: { articleId: id } })).toBe(2);
});

test("two publishers at once: one publishes, the other is told", async () => {
  const { id } = await createArticle(people.editor, draft());

  const both = await Promise.allSettled([1, 2].map(() => publishArticle(people.publisher, { articleId: id })));

  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.auditEvent.count({ where: { action: "article.publish", subject: `article:${id}` } })).toBe(1);
});

test("a revision takes no change, not even by SQL", async () => {
  const { id } = await createArticle(people.editor, draft());
  await expect(db.revision.updateMany({ where: { articleId: id }, data: { title: "khác" } })).rejects.toThrow(
    /permission denied/,
  );
});

test("taking down needs a reason, and empties pointer and search", async () => {
  const { id } = await published();
  await expect(takeDownArticle(people.publisher, { articleId: id })).rejects.toThrow(/lý do/);
  await expect(takeDownArticle(people.publisher, { articleId: id, reason: "sai" })).rejects.toThrow(/lý do/);
  const before = await contentVersion();

  await takeDownArticle(people.publisher, { articleId: id, reason: "mistake" });

  const [row] = await db.$queryRaw<{ gone: boolean }[]>`
    SELECT "liveRevisionId" IS NULL AND search IS NULL AS gone FROM "Article" WHERE id = ${id}`;
  expect(row?.gone).toBe(true);
  expect(await contentVersion()).toBe(before + 1n);
  await expect(takeDownArticle(people.publisher, { articleId: id, reason: "mistake" })).rejects.toMatchObject(conflict);
});

test("the same title from many at once gets one address each", async () => {
  const articles = await Promise.all(
    Array.from({ length: 8 }, () => createArticle(people.editor, draft({ title: "Thông báo" }))),
  );
  const slugs = articles.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(8);
  expect(slugs).toContain("thong-bao");
  expect(slugs).toContain("thong-bao-8");
});

test("a published address that moves leaves a redirect: no chain, no loop, and its return ends it", async () => {
  let { id, version } = await published({ title: "Tên", slug: "dia-chi-a" });
  const move = async (slug: string) => {
    ({ version } = await saveRevision(people.publisher, draft({ articleId: id, version, slug })));
    return Object.fromEntries((await db.redirect.findMany()).map(({ path, target }) => [path, target]));
  };

  expect(await move("dia-chi-b")).toEqual({ "/bai-viet/dia-chi-a": "/bai-viet/dia-chi-b" });
  expect(await move("dia-chi-c")).toEqual({
    "/bai-viet/dia-chi-a": "/bai-viet/dia-chi-c",
    "/bai-viet/dia-chi-b": "/bai-viet/dia-chi-c",
  });
  expect(await move("dia-chi-a")).toEqual({
    "/bai-viet/dia-chi-b": "/bai-viet/dia-chi-a",
    "/bai-viet/dia-chi-c": "/bai-viet/dia-chi-a",
  });
  await expect(saveRevision(people.editor, draft({ articleId: id, version, slug: "dia-chi-d" }))).rejects.toMatchObject(
    {
      code: "forbidden",
    },
  );
});

test("an address in use is refused at its field, and nothing is saved", async () => {
  await createArticle(people.editor, draft({ slug: "da-co" }));
  const { id, version } = await createArticle(people.editor, draft());
  const save = saveRevision(people.editor, draft({ articleId: id, version, slug: "da-co" }));
  await expect(save).rejects.toMatchObject({ code: "conflict", field: "slug" });
  expect(await db.revision.count({ where: { articleId: id } })).toBe(1);
});

test("contributors reach their own drafts only", async () => {
  const own = await createArticle(people.contributor, draft());
  const foreign = await createArticle(people.editor, draft());
  await saveRevision(people.contributor, draft({ articleId: own.id, version: 0 }));
  const refused = { code: "forbidden" };
  await expect(saveRevision(people.contributor, draft({ articleId: foreign.id, version: 0 }))).rejects.toMatchObject(
    refused,
  );
  await expect(publishArticle(people.contributor, { articleId: own.id })).rejects.toMatchObject(refused);
  await expect(publishArticle(people.editor, { articleId: own.id })).rejects.toMatchObject(refused);
  await publishArticle(people.publisher, { articleId: own.id });
  await expect(saveRevision(people.contributor, draft({ articleId: own.id, version: 2 }))).rejects.toMatchObject(
    refused,
  );
});

test("what a form adds of its own accord is ignored", async () => {
  const extra = {
    authorId: 999,
    publishedAt: "2001-01-01",
    liveRevisionId: 1,
    role: "administrator",
    number: 7,
    seal: "x",
  };
  const { id } = await createArticle(people.editor, draft(extra));
  const article = await db.article.findUniqueOrThrow({ where: { id }, include: { headRevision: true } });
  expect(article).toMatchObject({ publishedAt: null, liveRevisionId: null });
  expect(article.headRevision).toMatchObject({ authorId: people.editor.id, number: 1 });
});

test("objects and lists where text or numbers belong are refused", async () => {
  for (const change of [
    { title: { not: "" } },
    { categoryId: { gt: 0 } },
    { categoryId: [1] },
    { categoryId: true },
    { bodyHtml: ["x"] },
  ]) {
    await expect(createArticle(people.editor, draft(change))).rejects.toMatchObject({ name: "ZodError" });
  }
  await expect(createArticle(people.editor, draft({ categoryId: 4711 }))).rejects.toMatchObject({
    field: "categoryId",
  });
});

test("a day to come and an empty body are reasons not to publish", async () => {
  const later = await createArticle(people.editor, draft({ dateline: "2999-01-01" }));
  await expect(publishArticle(people.publisher, { articleId: later.id })).rejects.toThrow(/Ngày bài còn ở phía trước/);
  const empty = await createArticle(people.editor, draft({ bodyHtml: "<p> </p>" }));
  await expect(publishArticle(people.publisher, { articleId: empty.id })).rejects.toThrow(/chưa có nội dung/);
});

test("the date of first publication stays, unless the committee gives another", async () => {
  const { id, version } = await published();
  const first = (await db.article.findUniqueOrThrow({ where: { id } })).publishedAt;
  const saved = await saveRevision(people.editor, draft({ articleId: id, version, title: "Sửa" }));
  await publishArticle(people.administrator, { articleId: id });
  expect((await db.article.findUniqueOrThrow({ where: { id } })).publishedAt).toEqual(first);
  await saveRevision(people.editor, draft({ articleId: id, version: saved.version + 1, dateline: "2020-02-29" }));
  await publishArticle(people.administrator, { articleId: id });
  expect((await db.article.findUniqueOrThrow({ where: { id } })).publishedAt?.toISOString()).toBe(
    "2020-02-28T17:00:00.000Z",
  );
});

test("an import of many is quick enough to be run in one go", async () => {
  const begun = performance.now();
  for (let number = 0; number < 50; number += 1) {
    const { id } = await createArticle(system("article:import"), draft({ title: `Bài ${number}` }));
    await publishArticle(system("article:import"), { articleId: id });
  }
  expect((performance.now() - begun) / 50).toBeLessThan(200);
});

test("naughty strings come through title, summary and body as they were", async () => {
  for (const text of ["&lt;script&gt;", "' OR 1=1 --", "e\u0301 Đ\u1EB7", "👩‍👩‍👧 \u202Eabc", "a\u0000b\uD800"]) {
    const kept = text.toWellFormed().replace("\u0000", "").normalize("NFC");
    const { id } = await createArticle(people.editor, draft({ title: text, summary: text }));
    const { headRevision } = await db.article.findUniqueOrThrow({ where: { id }, include: { headRevision: true } });
    expect(headRevision).toMatchObject({ title: kept, summary: kept });
  }
});
