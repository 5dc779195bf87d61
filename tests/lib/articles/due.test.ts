import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { countOverdue, moveDueArticles } from "#lib/articles/due.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { getPublishedArticle } from "#lib/articles/published-article.ts";
import { scheduleArticle } from "#lib/articles/scheduling.ts";
import { db } from "#lib/db.ts";

let categoryId = 0;
let editor: UserActor;

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  const data = { email: "a@p.vn", name: "a", role: "publisher" as const, passwordHash: "-" };
  editor = { kind: "user", id: (await db.user.create({ data })).id, name: "a", role: "publisher" };
});

const text = (title: string) => ({ title, summary: "Tóm tắt.", bodyHtml: "<p>Nội dung</p>", categoryId });
const row = (id: number) => db.article.findUniqueOrThrow({ where: { id } });

/** Scheduled for an hour ahead; then the site slept until an hour after. */
async function slept(title: string, author: UserActor | ReturnType<typeof system>) {
  const { id, slug } = await createArticle(author, text(title));
  await scheduleArticle(editor, {
    articleId: id,
    at: "2099-01-01T08:00",
    approval: "later",
    override: "Đã xem lại rồi.",
  });
  const scheduledFor = new Date(Date.now() - 3_600_000);
  await db.article.update({ where: { id }, data: { scheduledFor } });
  return { id, slug, scheduledFor };
}

test("what was slept through goes live with the hour that was promised, once, whoever asks", async () => {
  const { id, slug, scheduledFor } = await slept("Ngủ quên", system("test"));
  expect(await countOverdue()).toBe(1);
  await Promise.all([moveDueArticles(), moveDueArticles(), moveDueArticles()]);
  expect(await getPublishedArticle(slug)).toMatchObject({ title: "Ngủ quên", publishedAt: scheduledFor });
  expect(await row(id)).toMatchObject({ stage: "draft", scheduledFor: null, approvalOwedSince: null });
  expect(await db.milestone.count({ where: { articleId: id, kind: "published" } })).toBe(1);
  expect(await countOverdue()).toBe(0);
});

test("what its author scheduled alone goes live with its approval owed", async () => {
  const { id } = await slept("Tự hẹn", editor);
  await moveDueArticles();
  expect((await row(id)).approvalOwedSince).not.toBeNull();
});

test("the end of an article takes it down, and says that it expired", async () => {
  const { id, slug } = await createArticle(system("test"), text("Hết hạn"));
  await publishArticle(system("test"), { articleId: id });
  await db.article.update({ where: { id }, data: { unpublishAt: new Date(Date.now() - 1000) } });
  await moveDueArticles();
  expect(await getPublishedArticle(slug)).toBeNull();
  expect(await row(id)).toMatchObject({ withdrawReason: "expired", unpublishAt: null });
});

test("one that cannot go live stays overdue and is counted, and holds up nobody", async () => {
  const broken = await slept("Bị sửa ngoài", system("test"));
  const held = (await row(broken.id)).scheduledRevisionId ?? 0;
  const forged = await db.revision.findUniqueOrThrow({ where: { id: held } });
  const { id: _, ...copy } = { ...forged, number: 2, title: "Ai đó sửa" };
  const { id: forgedId } = await db.revision.create({ data: copy });
  await db.article.update({ where: { id: broken.id }, data: { scheduledRevisionId: forgedId } });
  const sound = await slept("Bài sau", system("test"));
  await moveDueArticles();
  expect((await row(sound.id)).liveRevisionId).not.toBeNull();
  expect(await row(broken.id)).toMatchObject({ stage: "scheduled", liveRevisionId: null });
  expect(await countOverdue()).toBe(1);
});
