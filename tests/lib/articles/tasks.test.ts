import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { returnArticle, submitArticle } from "#lib/articles/review.ts";
import { listTasks } from "#lib/articles/tasks.ts";
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

const write = (actor: UserActor, title: string) =>
  createArticle(actor, { title, summary: "Tóm tắt.", bodyHtml: "<p>Nội dung</p>", categoryId });

async function tasksOf(role: UserActor["role"]) {
  const groups = await listTasks(who(role));
  return Object.fromEntries(groups.map(({ state, articles }) => [state, articles.map(({ title }) => title)]));
}

test("each sees what waits for him, and a person without work sees nothing", async () => {
  expect(await listTasks(who("publisher"))).toEqual([]);
  const submitted = await write(who("contributor"), "Chờ duyệt");
  await submitArticle(who("contributor"), { articleId: submitted.id });
  const returned = await write(who("contributor"), "Bị trả lại");
  await submitArticle(who("contributor"), { articleId: returned.id });
  await returnArticle(who("publisher"), { articleId: returned.id, note: "Ghi thêm ngày." });
  const owed = await write(who("publisher"), "Đăng trước");
  await publishArticle(who("publisher"), { articleId: owed.id, approval: "later", override: "Đã xem." });
  const old = await write(who("editor"), "Bài cũ");
  await publishArticle(who("publisher"), { articleId: old.id, override: "Đã xem." });
  await db.article.update({ where: { id: old.id }, data: { updatedAt: new Date("2020-01-01") } });

  expect(await tasksOf("contributor")).toEqual({ returned: ["Bị trả lại"] });
  expect(await tasksOf("editor")).toEqual({ stale: ["Bài cũ"] });
  expect(await tasksOf("publisher")).toEqual({ submitted: ["Chờ duyệt"], owed: ["Đăng trước"], stale: ["Bài cũ"] });
});
