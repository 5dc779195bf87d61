import { readdirSync } from "node:fs";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { FIXED_PATHS, listBrokenLinks } from "#lib/articles/broken-links.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { db } from "#lib/db.ts";
import { siteUrl } from "#lib/env.ts";

const robot = system("test");
const editor: UserActor = { kind: "user", id: 1, name: "An", role: "editor" };
const contributor: UserActor = { ...editor, role: "contributor" };
let categoryId = 0;

beforeAll(async () => {
  categoryId = (await db.category.create({ data: { slug: "tin", name: "Tin", position: 1 } })).id;
  await db.cell.create({ data: { slug: "chi-bo-1", name: "Chi bộ 1" } });
  await db.poll.create({ data: { slug: "gop-y", question: "Góp ý" } });
  await db.media.create({
    data: { id: "kho-tep-so-mot-0001", sha256: "1", name: "a.pdf", type: "application/pdf", bytes: 1, widths: [] },
  });
  await db.redirect.create({ data: { path: "/tin-cũ", target: "/chuyen-muc/tin" } });
});
beforeEach(() => db.articleLink.deleteMany());

async function publish(title: string, ...addresses: string[]) {
  const bodyHtml = addresses.map((address) => `<p><a href="${address}">Văn bản</a></p>`).join("");
  const article = await createArticle(robot, {
    title,
    summary: "Tóm tắt.",
    bodyHtml: `<p>Chữ</p>${bodyHtml}`,
    categoryId,
  });
  await publishArticle(robot, { articleId: article.id });
  return article;
}

const broken = async () => (await listBrokenLinks(editor)).map(({ address, why }) => `${address}: ${why}`);

test("links to what is there are whole, however they are written", async () => {
  const { slug } = await publish("Bài đích");
  await publish(
    "Bài có liên kết",
    `/bai-viet/${slug}`,
    `/bai-viet/${slug}/?trang=2#muc`,
    `${siteUrl()}/bai-viet/${slug}`,
    `${siteUrl()}`,
    ...[
      "/chuyen-muc/tin",
      "/chuyen-muc/tin/rss.xml?a=1&amp;b=2",
      "/chi-bo/chi-bo-1",
      "/tham-do/gop-y",
      "/tham-do/gop-y/kiem-phieu",
    ],
    ...["/tep/kho-tep-so-mot-0001/a.pdf", "/api/tham-do/gop-y/ket-qua.csv", "/tin-cũ", "/tin-c%C5%A9", "#chu-thich-1"],
    ...FIXED_PATHS,
  );
  expect(await broken()).toEqual([]);
});

test("links to what is not there are told at once, with the article and why", async () => {
  const target = await publish("Bài đích khác");
  const { id } = await publish(
    "Bài có liên kết hỏng",
    `/bai-viet/${target.slug}`,
    "/bai-viet/khong-co",
    "/tep/khong-co/a.pdf",
    "/khong/co",
    "/chi-bo/9",
  );
  expect(await broken()).toHaveLength(4);

  await takeDownArticle(robot, { articleId: target.id, reason: "mistake" });

  expect((await broken()).sort()).toEqual([
    "/bai-viet/bai-dich-khac: Bài đó chưa đăng hoặc đã gỡ.",
    "/bai-viet/khong-co: Trên trang này không có địa chỉ đó.",
    "/chi-bo/9: Trên trang này không có địa chỉ đó.",
    "/khong/co: Trên trang này không có địa chỉ đó.",
    "/tep/khong-co/a.pdf: Tệp đó không còn trong kho.",
  ]);
  expect((await listBrokenLinks(editor))[0]).toMatchObject({ articleId: id, title: "Bài có liên kết hỏng" });
  expect(await listBrokenLinks(contributor)).toEqual([]);
});

test("an article that moves or is taken down with a redirect leaves no broken link", async () => {
  const [old, next] = [await publish("Bài cũ"), await publish("Bài mới")];
  await publish("Bài dẫn tới", `/bai-viet/${old.slug}`);
  await takeDownArticle(robot, { articleId: old.id, reason: "superseded", target: `/bai-viet/${next.slug}` });
  expect(await broken()).toEqual([]);
});

test("a link follows no draft that moves, and is whole when another article comes to its address", async () => {
  const draft = await createArticle(robot, {
    title: "Bản nháp",
    summary: "Tóm tắt.",
    bodyHtml: "<p>Chữ</p>",
    categoryId,
  });
  const address = `/bai-viet/${draft.slug}`;
  await publish("Bài dẫn tới bản nháp", address);
  expect(await broken()).toEqual([`${address}: Bài đó chưa đăng hoặc đã gỡ.`]);

  const moved = { title: "Bản nháp", summary: "Tóm tắt.", bodyHtml: "<p>Chữ</p>", categoryId, slug: "noi-khac" };
  await saveRevision(robot, { ...moved, articleId: draft.id, version: draft.version });
  await publishArticle(robot, { articleId: draft.id });
  expect(await broken()).toEqual([`${address}: Trên trang này không có địa chỉ đó.`]);

  await publish("Bản nháp");
  expect(await broken()).toEqual([]);
});

test("publishing waits for nobody who moves or takes down what it links to: two of them could wait for each other", async () => {
  const target = await publish("Bài đang được gỡ");
  const address = `/bai-viet/${target.slug}`;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Article" WHERE id = ${target.id} FOR UPDATE`;
    await publish("Bài đăng cùng lúc", address);
  });
  expect(await broken()).toEqual([]);

  const { version } = await db.article.findUniqueOrThrow({ where: { id: target.id } });
  await takeDownArticle(robot, { articleId: target.id, version, reason: "mistake", notice: "Đăng nhầm." });
  expect(await broken()).toEqual([`${address}: Bài đó chưa đăng hoặc đã gỡ.`]);
});

test("a draft's links are nobody's trouble yet, and a link too long for an index stops no publishing", async () => {
  await createArticle(robot, {
    title: "Nháp",
    summary: "",
    bodyHtml: `<p><a href="/khong/co">Chữ</a></p>`,
    categoryId,
  });
  await publish("Bài có liên kết dài", `/khong/co/${"a".repeat(5000)}`);
  expect(await broken()).toEqual([]);
});

test("every page without a name in its address is known", () => {
  const files = readdirSync("app/(site)", { recursive: true, encoding: "utf8" });
  const pages = files
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file) && !/\[|quan-tri|khong-tim-thay/.test(file))
    .map((file) => `/${file.replace(/\/?(?:page\.tsx|route\.ts)$/, "")}`);
  expect(FIXED_PATHS.toSorted()).toEqual(pages.sort());
});
