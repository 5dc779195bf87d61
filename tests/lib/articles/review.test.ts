import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { archiveArticle, returnArticle, submitArticle, unarchiveArticle } from "#lib/articles/review.ts";
import { db } from "#lib/db.ts";

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

const text = () => ({ title: "Họp chi bộ", bodyHtml: "<p>Nội dung</p>", categoryId });
const stage = async (id: number) => (await db.article.findUniqueOrThrow({ where: { id } })).stage;

test("submitted, returned with a reason, submitted again: each step stays in the history", async () => {
  const { id: articleId, version } = await createArticle(who("contributor"), text());
  const submitted = await submitArticle(who("contributor"), { articleId, version });
  await expect(submitArticle(who("contributor"), { articleId })).rejects.toThrow(/đang chờ duyệt/);
  await expect(returnArticle(who("editor"), { articleId, note: "x" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(returnArticle(who("publisher"), { articleId })).rejects.toThrow(/cần sửa gì/);
  await expect(returnArticle(who("publisher"), { articleId, version, note: "x" })).rejects.toThrow(/nơi khác/);
  await returnArticle(who("publisher"), { articleId, version: submitted.version, note: "Ghi lại ngày kết nạp." });
  expect(await stage(articleId)).toBe("returned");
  await submitArticle(who("contributor"), { articleId });
  const steps = await db.milestone.findMany({ where: { articleId }, orderBy: { id: "asc" } });
  expect(steps.map(({ kind, note }) => [kind, note])).toEqual([
    ["submitted", null],
    ["returned", "Ghi lại ngày kết nạp."],
    ["submitted", null],
  ]);
});

test("an empty text is not submitted", async () => {
  const { id: articleId } = await createArticle(who("editor"), { ...text(), bodyHtml: "" });
  await expect(submitArticle(who("editor"), { articleId })).rejects.toThrow(/chưa có nội dung/);
});

test("what is archived takes no save until it is taken out again", async () => {
  const { id: articleId } = await createArticle(who("editor"), text());
  const { version } = await archiveArticle(who("editor"), { articleId });
  const save = () => saveRevision(who("editor"), { ...text(), title: "Sửa", articleId, version });
  await expect(save()).rejects.toThrow(/đã lưu trữ/);
  await unarchiveArticle(who("editor"), { articleId });
  expect(await stage(articleId)).toBe("draft");
});
