import { beforeAll, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { createArticle } from "#lib/articles/mutations.ts";
import { publishArticle } from "#lib/articles/publication.ts";
import { checkText } from "#lib/articles/readiness.ts";
import { db } from "#lib/db.ts";

let publisher: UserActor;
let categoryId = 0;

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  const { id } = await db.user.create({
    data: { email: "p@p.vn", name: "P", role: "publisher", passwordHash: "-" },
  });
  publisher = { kind: "user", id, name: "P", role: "publisher" };
});

const draft = (change: object = {}) =>
  createArticle(system("somebody-else"), {
    title: "Họp chi bộ",
    summary: "Chi bộ họp.",
    bodyHtml: "<p>Nội dung</p>",
    categoryId,
    ...change,
  });

test("a blocker stops publishing with its sentence, whatever is said for it", async () => {
  const { id: articleId } = await draft({ summary: "" });

  const publishing = publishArticle(publisher, { articleId, override: "Vẫn đăng." });

  await expect(publishing).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("tóm tắt") });
});

test("a warning takes a sentence, which the audit keeps", async () => {
  const { id: articleId } = await draft({ bodyHtml: "<p>Gọi số 0912 345 678.</p>" });
  await expect(publishArticle(publisher, { articleId })).rejects.toMatchObject({ field: "override" });
  await expect(publishArticle(publisher, { articleId, override: "a" })).rejects.toMatchObject({
    field: "override",
    message: expect.stringContaining("ít nhất 10 chữ cái"),
  });

  await publishArticle(publisher, { articleId, override: "Số của văn phòng Đảng ủy." });

  const event = await db.auditEvent.findFirst({
    where: { action: "article.publish", subject: `article:${articleId}` },
  });
  expect(event?.detail).toEqual({ number: 1, override: "Số của văn phòng Đảng ủy.", warnings: ["personal-data"] });
});

test("a host is new until an article that links to it was published", async () => {
  const bodyHtml = '<p>Theo <a href="https://Xa.example/a">Cổng thông tin xã</a>.</p>';
  const text = { title: "Tin", summary: "Tin.", bodyHtml, bodyText: "Theo Cổng thông tin xã.", dateline: null };
  expect((await checkText(text)).warnings).toMatchObject([{ rule: "new-host", place: "xa.example" }]);
  const { id: articleId } = await draft({ bodyHtml });

  await publishArticle(publisher, { articleId, override: "Trang của xã bên." });

  expect((await checkText(text)).warnings).toEqual([]);
});

test("the program publishes texts as they are", async () => {
  const { id: articleId } = await draft({ summary: "" });
  await expect(publishArticle(system("starter-content"), { articleId })).resolves.toMatchObject({ id: articleId });
});
