import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { getArticleForEditing } from "#lib/articles/editing.ts";
import { listArticles } from "#lib/articles/listing.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { returnArticle, submitArticle } from "#lib/articles/review.ts";
import { scheduleArticle } from "#lib/articles/scheduling.ts";
import { countPressing, listTasks } from "#lib/articles/tasks.ts";
import { keepWorkingCopy, listUnsaved } from "#lib/articles/working-copies.ts";
import { db } from "#lib/db.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";

let categoryId = 0;
const people: Partial<Record<UserActor["role"], UserActor>> = {};
const who = (role: UserActor["role"]) => people[role] as UserActor;

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  for (const role of ["contributor", "editor", "publisher"] as const) {
    const { id } = await db.user.create({ data: { email: `${role}@p.vn`, name: role, role, passwordHash: "-" } });
    people[role] = { kind: "user", id, name: role, role };
  }
});

const write = (actor: UserActor, title: string) =>
  createArticle(actor, { title, summary: "Tóm tắt.", bodyHtml: "<p>Nội dung</p>", categoryId });

async function tasksOf(role: UserActor["role"]) {
  const groups = await listTasks(who(role));
  return Object.fromEntries(groups.map(({ kind, tasks }) => [kind, tasks.map(({ title }) => title)]));
}

test("each sees what waits for him and what he waits for, and a person without work sees nothing", async () => {
  expect(await listTasks(who("publisher"))).toEqual([]);
  const submitted = await write(who("contributor"), "Chờ duyệt");
  await submitArticle(who("contributor"), { articleId: submitted.id });
  const returned = await write(who("contributor"), "Bị trả lại");
  await submitArticle(who("contributor"), { articleId: returned.id });
  await returnArticle(who("publisher"), { articleId: returned.id, note: "Ghi thêm ngày." });
  const owed = await write(who("publisher"), "Đăng trước");
  await publishArticle(who("publisher"), { articleId: owed.id, approval: "later", override: "Đã xem lại rồi." });
  const old = await write(who("editor"), "Bài cũ");
  await publishArticle(who("publisher"), { articleId: old.id, override: "Đã xem lại rồi." });
  await db.article.update({ where: { id: old.id }, data: { updatedAt: new Date("2020-01-01") } });

  expect(await tasksOf("contributor")).toEqual({ returned: ["Bị trả lại"], awaiting: ["Chờ duyệt"] });
  expect(await tasksOf("editor")).toEqual({ stale: ["Bài cũ"] });
  expect(await tasksOf("publisher")).toEqual({
    toApprove: ["Chờ duyệt"],
    awaiting: ["Đăng trước"],
    stale: ["Bài cũ"],
  });
  expect(await countPressing(who("publisher"))).toBe(1);
  const [back] = await listTasks(who("contributor"));
  expect(back?.tasks[0]?.step).toMatchObject({ by: "publisher", note: "Ghi thêm ngày." });
});

test("a publisher's own submitted text waits for somebody else; so does one that she put a comma into", async () => {
  const own = await write(who("publisher"), "Bài của người đăng");
  await submitArticle(who("publisher"), { articleId: own.id });
  const mended = await write(who("contributor"), "Bài được sửa dấu phẩy");
  const { version } = await submitArticle(who("contributor"), { articleId: mended.id });
  const comma = { title: "Bài được sửa dấu phẩy,", categoryId, articleId: mended.id, version };
  await saveRevision(who("publisher"), comma);

  const { toApprove, awaiting } = await tasksOf("publisher");
  expect(toApprove).toEqual(["Chờ duyệt"]);
  expect(awaiting).toEqual(["Đăng trước", "Bài của người đăng", "Bài được sửa dấu phẩy,"]);
});

test("what the dashboard offers for approval is what the page of the article approves", async () => {
  const groups = await listTasks(who("publisher"));
  for (const { kind, tasks } of groups.filter(({ kind }) => kind === "toApprove" || kind === "awaiting"))
    for (const { id, work } of tasks) {
      const page = await getArticleForEditing(who("publisher"), id);
      const may = work === "submitted" ? page?.approves : page?.moves.includes("approve");
      expect([id, may]).toEqual([id, kind === "toApprove"]);
    }
});

test("what is overdue stands there once, with why it could not appear", async () => {
  const { id } = await write(who("contributor"), "Quá giờ");
  await scheduleArticle(who("publisher"), { articleId: id, at: "2099-01-01T08:00", override: "Đã xem lại rồi." });
  expect((await tasksOf("editor"))["scheduled"]).toEqual(["Quá giờ"]);
  await db.article.update({ where: { id }, data: { scheduledFor: new Date(Date.now() - 3_600_000) } });
  await ownerQuery(`UPDATE "Revision" SET "bodyHtml" = '<p>Khác</p>' WHERE "articleId" = ${id}`);

  const groups = await listTasks(who("publisher"));
  const places = groups.filter(({ tasks }) => tasks.some((task) => task.id === id)).map(({ kind }) => kind);
  expect(places).toEqual(["overdue"]);
  expect(groups[0]?.tasks[0]?.reasons.join()).toContain("sửa ngoài chương trình");
});

test("one's own drafts are there, without those whose unsaved text stands there already", async () => {
  await write(who("editor"), "Nháp của tôi");
  const open = await write(who("editor"), "Đang mở");
  const base = (await db.article.findUniqueOrThrow({ where: { id: open.id } })).headRevisionId;
  const fields = { title: "Đang mở, gõ thêm", categoryId: String(categoryId) };
  const copy = { v: 1, sitting: crypto.randomUUID(), articleId: open.id, base, sequence: 1, fields };
  await keepWorkingCopy(who("editor"), copy);
  await keepWorkingCopy(who("editor"), { ...copy, sitting: crypto.randomUUID(), sequence: 2 });
  const fresh = { ...copy, sitting: crypto.randomUUID(), articleId: null, base: null, fields: { title: "Bài mới" } };
  await keepWorkingCopy(who("editor"), fresh);

  expect((await tasksOf("editor"))["drafts"]).toEqual(["Nháp của tôi"]);
  expect(await listUnsaved(who("editor"))).toMatchObject([
    { sitting: fresh.sitting, articleId: null, title: "Bài mới", category: null },
    { articleId: open.id, title: "Đang mở, gõ thêm", category: "Tin" },
  ]);
  expect(await listUnsaved(who("contributor"))).toEqual([]);
});

test("of more than are shown, those that have waited longest come first, and the list behind each group has them all", async () => {
  const waiting = Array.from({ length: 7 }, (_, at) => `Chờ lâu thứ ${at + 1}`);
  for (const title of waiting) {
    const { id } = await write(who("contributor"), title);
    await submitArticle(who("contributor"), { articleId: id });
  }
  const given = Array.from({ length: 7 }, (_, at) => `Trả lại thứ ${at + 1}`);
  for (const title of given) {
    const { id } = await write(who("contributor"), title);
    await submitArticle(who("contributor"), { articleId: id });
    await returnArticle(who("publisher"), { articleId: id, note: "Ghi thêm ngày." });
  }

  const shown = await tasksOf("publisher");
  expect(shown["toApprove"]).toEqual(["Chờ duyệt", ...waiting.slice(0, 4)]);
  expect((await tasksOf("contributor"))["returned"]).toEqual(["Bị trả lại", ...given.slice(0, 4)]);
  for (const role of ["contributor", "editor", "publisher"] as const)
    for (const { kind, count, tasks } of await listTasks(who(role))) {
      const state = kind === "drafts" ? "draft" : kind;
      const { articles } = await listArticles(who(role), { state });
      const listed = articles.map(({ id }) => id);
      expect(listed.length, `${role}: ${kind}`).toBeGreaterThanOrEqual(count);
      expect(listed, `${role}: ${kind}`).toEqual(expect.arrayContaining(tasks.map(({ id }) => id)));
    }
  const { articles } = await listArticles(who("publisher"), { state: "toApprove" });
  expect(articles.map(({ title }) => title).toSorted()).toEqual(["Chờ duyệt", ...waiting].toSorted());
  expect((await listArticles(who("editor"), { state: "toApprove" })).articles).toEqual([]);
});
