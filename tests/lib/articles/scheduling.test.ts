import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { moveDueArticles } from "#lib/articles/due.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { scheduleArticle, setEnd, unscheduleArticle } from "#lib/articles/scheduling.ts";
import { db } from "#lib/db.ts";

let categoryId = 0;
let editor: UserActor;

async function person(name: string): Promise<UserActor> {
  const data = { email: `${name}@p.vn`, name, role: "publisher" as const, passwordHash: "-" };
  return { kind: "user", id: (await db.user.create({ data })).id, name, role: "publisher" };
}

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  editor = await person("a");
});

const text = (title: string) => ({ title, summary: "Tóm tắt.", bodyHtml: "<p>Nội dung</p>", categoryId });
const row = (id: number) => db.article.findUniqueOrThrow({ where: { id } });
const override = "Đã xem lại rồi.";

test("a schedule holds the revision it was made for, through later saves, until it is given up", async () => {
  const { id: articleId, version } = await createArticle(system("test"), text("Bản hẹn"));
  const scheduled = await scheduleArticle(editor, { articleId, version, at: "2099-01-01T08:00", override });
  const held = (await row(articleId)).scheduledRevisionId;
  await saveRevision(editor, { ...text("Bản sửa sau"), articleId, version: scheduled.version });
  expect(await row(articleId)).toMatchObject({ stage: "scheduled", scheduledRevisionId: held, liveRevisionId: null });
  expect((await row(articleId)).scheduledFor).toEqual(new Date("2099-01-01T01:00:00Z"));
  await unscheduleArticle(editor, { articleId });
  expect(await row(articleId)).toMatchObject({ stage: "draft", scheduledFor: null, scheduledRevisionId: null });
});

test("an hour that has passed, none, or one before the end is refused with a sentence", async () => {
  const { id: articleId } = await createArticle(system("test"), text("Hẹn nhầm giờ"));
  const schedule = (at: string) => scheduleArticle(editor, { articleId, at, override });
  await expect(schedule("2020-01-01T08:00")).rejects.toThrow(/đã qua/);
  await expect(schedule("")).rejects.toThrow(/Hãy chọn ngày và giờ đăng/);
  await expect(schedule("mai")).rejects.toThrow(/30\/11\/2026 08:00/);
  await setEnd(editor, { articleId, until: "2098-01-01T08:00" });
  await expect(schedule("2099-01-01T08:00")).rejects.toThrow(/Giờ gỡ phải sau giờ đăng/);
});

test("nobody schedules alone what he wrote, unless approval comes later", async () => {
  const { id: articleId } = await createArticle(editor, text("Bài của tôi"));
  const wanted = { articleId, at: "2099-01-01T08:00", override };
  await expect(scheduleArticle(editor, wanted)).rejects.toThrow(/không tự duyệt được/);
  await scheduleArticle(editor, { ...wanted, approval: "later" });
  expect((await row(articleId)).scheduledById).toBe(editor.id);
});

test("a schedule that is an approval stays one when its hour comes, whoever wrote on meanwhile", async () => {
  const writer = await person("b");
  const { id: articleId, version } = await createArticle(writer, text("Bài người khác viết"));
  const at = "2099-01-01T08:00";
  const { version: next } = await scheduleArticle(editor, { articleId, version, at, override });
  await saveRevision(editor, { ...text("Người duyệt sửa thêm"), articleId, version: next });
  await db.article.update({ where: { id: articleId }, data: { scheduledFor: new Date(Date.now() - 1000) } });
  await moveDueArticles();
  expect(await row(articleId)).toMatchObject({ approvedNumber: 1, approvalOwedSince: null });
  expect((await row(articleId)).liveRevisionId).not.toBeNull();
  await expect(publishArticle(editor, { articleId, override })).rejects.toThrow(/không tự duyệt được/);
  const { version: last } = await row(articleId);
  await saveRevision(writer, { ...text("Sửa thêm nữa"), articleId, version: last });
  await expect(scheduleArticle(editor, { articleId, at, override })).rejects.toThrow(/không tự duyệt được/);
});

test("an end can be set and unset, and publishing keeps it", async () => {
  const { id: articleId } = await createArticle(system("test"), text("Lịch tiếp dân"));
  await setEnd(editor, { articleId, until: "2099-01-01T08:00" });
  await publishArticle(editor, { articleId, override });
  expect((await row(articleId)).unpublishAt).toEqual(new Date("2099-01-01T01:00:00Z"));
  await setEnd(editor, { articleId, until: "" });
  expect((await row(articleId)).unpublishAt).toBeNull();
});
