import { beforeAll, beforeEach, expect, test } from "vitest";
import type { UserActor } from "#lib/actor.ts";
import { announceStep } from "#lib/articles/announcing.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { submitArticle } from "#lib/articles/review.ts";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";

let writer: UserActor;
let editor: UserActor;
let publisher: UserActor;

const person = async (name: string, role: UserActor["role"], more: object = {}): Promise<UserActor> => {
  const data = { email: `${name}@p.vn`, name, role, passwordHash: "-", mailWanted: true, ...more };
  const { id } = await db.user.create({ data });
  return { kind: "user", id, name, role };
};

beforeAll(async () => {
  env.SMTP_URL = "smtp://127.0.0.1:1";
  env.SITE_URL = "https://dang.example.vn";
  writer = await person("cuc", "contributor");
  editor = await person("an", "editor");
  publisher = await person("binh", "publisher");
  await person("dung", "publisher", { mailWanted: false });
  await person("em", "administrator", { disabledAt: new Date() });
  await person("giang", "administrator");
});
beforeEach(async () => void (await db.outboxMail.deleteMany()));

const article = () => ({ id: 7, beganBy: writer.id, head: { title: "Họp chi bộ", authorId: editor.id } });
const sent = async () =>
  (await db.outboxMail.findMany({ orderBy: { to: "asc" } })).map(({ to, subject }) => `${to} ${subject}`);

test("who may publish and wants mail learns that an article waits", async () => {
  await announceStep(db, writer, article(), "submitted");
  expect(await sent()).toEqual(["binh@p.vn Chờ duyệt: Họp chi bộ", "giang@p.vn Chờ duyệt: Họp chi bộ"]);
  const [mail] = await db.outboxMail.findMany();
  expect(mail?.text).toContain("Đồng chí cuc gửi duyệt bài");
  expect(mail?.text).toContain("https://dang.example.vn/quan-tri/bai-viet/7");
});

test("who wrote it learns that it came back, and why, and that it is public; nobody hears of what he did himself", async () => {
  await announceStep(db, publisher, article(), "returned", "Thiếu số liệu.");
  expect(await sent()).toEqual(["an@p.vn Bị trả lại: Họp chi bộ", "cuc@p.vn Bị trả lại: Họp chi bộ"]);
  expect((await db.outboxMail.findFirst())?.text).toContain("Lời nhắn: Thiếu số liệu.");
  await db.outboxMail.deleteMany();

  await announceStep(db, editor, article(), "published");
  expect(await sent()).toEqual(["cuc@p.vn Đã đăng: Họp chi bộ"]);
  await announceStep(db, publisher, article(), "archived");
  expect(await db.outboxMail.count()).toBe(1);
});

test("handing an article in puts the mail into the outbox in the same breath", async () => {
  const { id: categoryId } = await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } });
  const draft = { title: "Chi bộ 1 họp", summary: "Tóm tắt.", bodyHtml: "<p>Nội dung</p>", categoryId };
  const { id } = await createArticle(writer, draft);
  expect(await sent()).toEqual([]);
  await submitArticle(writer, { articleId: id });
  expect(await sent()).toEqual(["binh@p.vn Chờ duyệt: Chi bộ 1 họp", "giang@p.vn Chờ duyệt: Chi bộ 1 họp"]);
  await expect(submitArticle(writer, { articleId: id })).rejects.toThrow();
  expect(await db.outboxMail.count()).toBe(2);
});
