import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { approveArticle, publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { getPublishedArticle } from "#lib/articles/published-article.ts";
import { listNewest } from "#lib/articles/queries.ts";
import { getWithdrawn } from "#lib/articles/withdrawn.ts";
import { db } from "#lib/db.ts";
import { findRedirect } from "#lib/redirects.ts";

let categoryId = 0;
let writer: UserActor;
let second: UserActor;
let third: UserActor;

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  const person = async (name: string): Promise<UserActor> => {
    const data = { email: `${name}@p.vn`, name, role: "publisher" as const, passwordHash: "-" };
    const { id } = await db.user.create({ data });
    return { kind: "user", id, name, role: "publisher" };
  };
  [writer, second, third] = [await person("a"), await person("b"), await person("c")];
});

const text = (title = "Họp chi bộ") => ({ title, summary: "Tóm tắt.", bodyHtml: "<p>Nội dung</p>", categoryId });
const row = (id: number) => db.article.findUniqueOrThrow({ where: { id } });
const override = "Đã xem lại rồi.";

test("who wrote a text cannot approve it alone; a second person can", async () => {
  const { id: articleId } = await createArticle(writer, text());
  await expect(publishArticle(writer, { articleId, override })).rejects.toThrow(/không tự duyệt được/);
  await publishArticle(second, { articleId, override });
  expect(await row(articleId)).toMatchObject({ approvalOwedSince: null, stage: "draft" });
});

/** A text of the writer's with a comma of the second person's on top. */
async function writtenByTwo() {
  const { id: articleId, version } = await createArticle(writer, text());
  await saveRevision(second, { ...text("Họp chi bộ, tháng 11"), articleId, version });
  return articleId;
}

test("a comma of somebody else's is no second pair of eyes: both of them wrote it", async () => {
  const articleId = await writtenByTwo();
  for (const actor of [writer, second])
    await expect(publishArticle(actor, { articleId, override })).rejects.toThrow(/không tự duyệt được/);
  expect(await publishArticle(third, { articleId, override })).toMatchObject({ isOwed: false });
  expect(await row(articleId)).toMatchObject({ approvedNumber: 2 });
  const steps = await db.milestone.findMany({ where: { articleId }, orderBy: { id: "asc" } });
  expect(steps.map(({ kind, userId }) => [kind, userId])).toEqual([
    ["approved", third.id],
    ["published", third.id],
  ]);
});

test("nor does a comma clear the debt; and what was approved is not asked for again", async () => {
  const articleId = await writtenByTwo();
  const { version } = await publishArticle(second, { articleId, override, approval: "later" });
  for (const actor of [writer, second])
    await expect(approveArticle(actor, { articleId })).rejects.toThrow(/không tự duyệt được/);
  const { version: approved } = await approveArticle(third, { articleId, version });
  await saveRevision(second, { ...text("Họp chi bộ tháng 11"), articleId, version: approved });
  expect(await publishArticle(writer, { articleId, override })).toMatchObject({ isOwed: false });
});

test("published now, approved later: the approval stays owed until somebody else gives it", async () => {
  const { id: articleId } = await createArticle(writer, text());
  await publishArticle(writer, { articleId, override, approval: "later" });
  expect((await row(articleId)).approvalOwedSince).not.toBeNull();
  await expect(approveArticle(writer, { articleId })).rejects.toThrow(/không tự duyệt được/);
  await approveArticle(second, { articleId });
  expect((await row(articleId)).approvalOwedSince).toBeNull();
  await expect(approveArticle(second, { articleId })).rejects.toThrow(/không chờ ai duyệt/);
});

test("an approval that is owed stays owed when its author publishes again, and ends with a take-down", async () => {
  const { id: articleId, version } = await createArticle(writer, text());
  const { version: seen } = await publishArticle(writer, { articleId, version, override, approval: "later" });
  const since = (await row(articleId)).approvalOwedSince;
  const saved = await saveRevision(writer, { ...text("Sửa"), articleId, version: seen });
  await publishArticle(writer, { articleId, version: saved.version, override, approval: "later" });
  expect((await row(articleId)).approvalOwedSince).toEqual(since);
  await takeDownArticle(second, { articleId, reason: "mistake" });
  expect((await row(articleId)).approvalOwedSince).toBeNull();
});

test("a change that is told of is noted and moves the article up; a correction does neither", async () => {
  const told = { ...text(), dateline: "2017-07-19" };
  const { id: articleId, slug } = await createArticle(system("test"), told);
  const { version } = await publishArticle(system("test"), { articleId });
  const before = await row(articleId);
  const save = (title: string, at: number) => saveRevision(writer, { ...told, title, articleId, version: at });
  const saved = await save("Sửa lỗi chính tả", version);
  const corrected = await publishArticle(second, { articleId, version: saved.version, override });
  expect((await row(articleId)).listedAt).toEqual(before.listedAt);
  await save("Thêm số liệu", corrected.version);
  await publishArticle(second, { articleId, override, changeNote: "Bổ sung số liệu quý IV." });
  const after = await row(articleId);
  expect(after.publishedAt).toEqual(before.publishedAt);
  expect(after.listedAt).toEqual(after.changedAt);
  expect((await listNewest(1))[0]).toMatchObject({ slug, changedAt: after.changedAt });
  expect((await getPublishedArticle(slug))?.changeNotes).toMatchObject([{ text: "Bổ sung số liệu quý IV." }]);
});

test("taking down leaves its reason and its notice; publishing again ends both", async () => {
  const { id: articleId, slug } = await createArticle(writer, text());
  await publishArticle(second, { articleId, override });
  await takeDownArticle(second, { articleId, reason: "expired", notice: "Hết đợt đăng ký." });
  expect(await row(articleId)).toMatchObject({ liveRevisionId: null, withdrawReason: "expired" });
  expect(await getWithdrawn(slug)).toMatchObject({ withdrawReason: "expired", withdrawNote: "Hết đợt đăng ký." });
  await publishArticle(second, { articleId, override });
  expect(await getWithdrawn(slug)).toBeNull();
});

test("readers are sent on to another article that they see, and nowhere else", async () => {
  const [old, other, draft] = [await publish(), await publish(), await createArticle(writer, text())];
  const takeDown = (target: string) =>
    takeDownArticle(second, { articleId: old.id, reason: "superseded", target }).then(() => findRedirect(old.path));
  await expect(takeDown("//a.vn")).rejects.toThrow(/chép địa chỉ/);
  await expect(takeDown(old.path)).rejects.toThrow(/bài khác đang đăng/);
  await expect(takeDown(`/bai-viet/${draft.slug}`)).rejects.toThrow(/bài khác đang đăng/);
  expect(await takeDown(`https://chuyen-muc.example${other.path}`)).toBe(other.path);

  const back = { articleId: other.id, reason: "superseded", target: old.path };
  await expect(takeDownArticle(second, back)).rejects.toThrow(/bài khác đang đăng/);
  await publishArticle(second, { articleId: old.id, override });
  expect(await findRedirect(old.path)).toBeNull();
  await takeDownArticle(second, back);
  expect(await findRedirect(other.path)).toBe(old.path);
});

test("two articles taken down at once, each in favour of the other, send nobody in a circle", async () => {
  for (let round = 0; round < 5; round++) {
    const [one, other] = [await publish(), await publish()];
    const takeDown = ({ id: articleId }: { id: number }, { path: target }: { path: string }) =>
      takeDownArticle(second, { articleId, reason: "superseded", target });

    const outcomes = await Promise.allSettled([takeDown(one, other), takeDown(other, one)]);

    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused.map(({ reason }) => reason.message)).toEqual([expect.stringContaining("bài khác đang đăng")]);
    expect([await findRedirect(one.path), await findRedirect(other.path)]).toContain(null);
  }
});

async function publish() {
  const { id: articleId } = await createArticle(writer, text());
  return publishArticle(second, { articleId, override });
}
