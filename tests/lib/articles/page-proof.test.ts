import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { proveArticlePage } from "#lib/articles/page-proof.ts";
import { publishArticle, takeDownArticle } from "#lib/articles/publication.ts";
import { publishing } from "#lib/content-version.ts";
import { db } from "#lib/db.ts";

const by = system("test");
const override = "Đã xem lại rồi.";
let news = 0;
let other = 0;
let cell = 0;

type Place = { categoryId: number; cellId?: number };

beforeAll(async () => {
  const category = async (slug: string, position: number) =>
    (await db.category.create({ data: { slug, name: slug, position } })).id;
  [news, other] = [await category("tin", 1), await category("khac", 2)];
  cell = (await db.cell.create({ data: { slug: "chi-bo-1", name: "Chi bộ 1", validFrom: new Date(0) } })).id;
});

const text = (title: string, place: Place) => ({ title, summary: "Tóm tắt.", bodyHtml: "<p>Nội dung</p>", ...place });

async function publishNew(title: string, place: Place) {
  const { id: articleId } = await createArticle(by, text(title, place));
  return publishArticle(by, { articleId, override });
}

async function publishAnew({ id: articleId }: { id: number }, title: string, place: Place) {
  const { version } = await db.article.findUniqueOrThrow({ where: { id: articleId }, select: { version: true } });
  await saveRevision(by, { ...text(title, place), articleId, version });
  return publishArticle(by, { articleId, override });
}

/** Whether a change shows on the page at this address, as its proof has it. */
async function shows(path: string, change: () => Promise<unknown>) {
  const before = await proveArticlePage(path);
  await change();
  return (await proveArticlePage(path)) !== before;
}

test("a page's proof changes with its article and with what it leads to, and with no other article published anew", async () => {
  const place = { categoryId: news, cellId: cell };
  const far = await publishNew("Bài ở chuyên mục khác", { categoryId: other });
  const old = await publishNew("Bài cũ cùng chuyên mục", { categoryId: news });
  for (let number = 1; number <= 4; number++) await publishNew(`Bài ${number}`, { categoryId: news });
  const near = await publishNew("Bài cùng chi bộ", place);
  const { path, ...own } = await publishNew("Bài này", place);
  const later = await publishNew("Bài sau", place);
  expect(await proveArticlePage(path)).toBe(await proveArticlePage(path));

  expect(await shows(path, () => publishAnew(far, "Sửa bài khác", { categoryId: other }))).toBe(false);
  expect(await shows(path, () => publishAnew(old, "Sửa bài cũ", { categoryId: news }))).toBe(false);
  expect(await shows(path, () => publishAnew(later, "Sửa bài sau", place))).toBe(false);
  expect(await shows(path, () => publishAnew(near, "Sửa bài gần", place))).toBe(true);
  expect(await shows(path, () => publishAnew(own, "Sửa bài này", place))).toBe(true);
});

test("it changes with whatever else readers can notice", async () => {
  const place = { categoryId: other };
  const { path } = await publishNew("Bài có khung", place);
  const first = await publishNew("Bài nữa", { categoryId: news });
  expect(await shows(path, () => publishing(async () => {}))).toBe(true);
  expect(await shows(path, () => publishNew("Bài mới", { categoryId: news }))).toBe(true);
  expect(await shows(path, () => publishAnew(first, "Sang chuyên mục khác", { categoryId: other }))).toBe(true);
  const { version } = await db.article.findUniqueOrThrow({ where: { id: first.id } });
  const away = { articleId: first.id, version, reason: "mistake", notice: "Đăng nhầm." };
  expect(await shows(path, () => takeDownArticle(by, away))).toBe(true);
});

test("there is no proof of what is no published article", async () => {
  const { path, slug, id } = await publishNew("Bài sẽ gỡ", { categoryId: news });
  for (const address of ["/", `${path}?loi=ma`, `/tham-do/${slug}`, "/bai-viet/khong-co", "/bai-viet/a--b"])
    expect(await proveArticlePage(address)).toBeUndefined();
  const { version } = await db.article.findUniqueOrThrow({ where: { id } });
  await takeDownArticle(by, { articleId: id, version, reason: "mistake", notice: "Đăng nhầm." });
  expect(await proveArticlePage(path)).toBeUndefined();
});
