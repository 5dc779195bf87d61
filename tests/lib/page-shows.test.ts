import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { system } from "#lib/actor.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { publishArticle, publishArticles, takeDownArticle } from "#lib/articles/publication.ts";
import { getPublishedArticle } from "#lib/articles/published-article.ts";
import type { Move } from "#lib/content-move.ts";
import { publishing } from "#lib/content-version.ts";
import { db } from "#lib/db.ts";
import { ArticleView } from "../../app/(site)/bai-viet/[slug]/article-view.tsx";

const by = system("test");
const override = "Đã xem lại rồi.";
let news = 0;
let other = 0;
let cell = 0;

afterEach(() => vi.unstubAllGlobals());

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

/** What the publishers' process is told of a change. */
async function movesOf(change: () => Promise<unknown>) {
  const settled = vi.fn(async (_move: Move) => {});
  vi.stubGlobal("contentSettled", settled);
  await change();
  return settled.mock.calls.map(([{ articles }]) => articles);
}

/** The articles that the page of one says it shows. */
async function shownOn(slug: string) {
  const told = vi.fn<(articles: number[]) => void>();
  vi.stubGlobal("pageShows", told);
  const article = await getPublishedArticle(slug);
  if (!article) throw new Error(`Nothing is published as ${slug}`);
  await ArticleView({ article, query: {} });
  return told.mock.calls.flat(2);
}

/** Whether the page of an article is made anew after a change. */
async function moves(slug: string, change: () => Promise<unknown>) {
  const shown = await shownOn(slug);
  return (await movesOf(change)).some((articles) => !articles || articles.some((id) => shown.includes(id)));
}

test("a page shows its article and what it leads to; others published anew do not move it", async () => {
  const place = { categoryId: news, cellId: cell };
  const far = await publishNew("Bài ở chuyên mục khác", { categoryId: other });
  const old = await publishNew("Bài cũ cùng chuyên mục", { categoryId: news });
  for (let number = 1; number <= 4; number++) await publishNew(`Bài ${number}`, { categoryId: news });
  const near = await publishNew("Bài cùng chi bộ", place);
  const { slug, ...own } = await publishNew("Bài này", place);
  const later = await publishNew("Bài sau", place);
  expect(await shownOn(slug)).toHaveLength(5);

  expect(await moves(slug, () => publishAnew(far, "Sửa bài khác", { categoryId: other }))).toBe(false);
  expect(await moves(slug, () => publishAnew(old, "Sửa bài cũ", { categoryId: news }))).toBe(false);
  expect(await moves(slug, () => publishAnew(later, "Sửa bài sau", place))).toBe(false);
  expect(await moves(slug, () => publishAnew(near, "Sửa bài gần", place))).toBe(true);
  expect(await moves(slug, () => publishAnew(own, "Sửa bài này", place))).toBe(true);
});

test("whatever else readers can notice moves every page", async () => {
  const place = { categoryId: other };
  const { slug } = await publishNew("Bài có khung", place);
  const first = await publishNew("Bài nữa", { categoryId: news });
  expect(await moves(slug, () => publishing(async () => {}))).toBe(true);
  expect(await moves(slug, () => publishNew("Bài mới", { categoryId: news }))).toBe(true);
  expect(await moves(slug, () => publishAnew(first, "Sang chuyên mục khác", { categoryId: other }))).toBe(true);
  const { version } = await db.article.findUniqueOrThrow({ where: { id: first.id } });
  const away = { articleId: first.id, version, reason: "mistake", notice: "Đăng nhầm." };
  expect(await moves(slug, () => takeDownArticle(by, away))).toBe(true);
});

test("of several published at once each is named, unless one comes to a place where it was not", async () => {
  const place = { categoryId: news };
  const [one, two] = [await publishNew("Bài thứ nhất", place), await publishNew("Bài thứ hai", place)];
  const input = ({ id: articleId }: { id: number }) => ({ articleId, override });
  const rewrite = async (article: { id: number }, title: string) => {
    const { version } = await db.article.findUniqueOrThrow({ where: { id: article.id }, select: { version: true } });
    await saveRevision(by, { ...text(title, place), articleId: article.id, version });
  };
  for (const article of [one, two]) await rewrite(article, "Sửa lại");
  expect(await movesOf(() => publishArticles(by, [input(one), input(two)]))).toEqual([[one.id, two.id]]);

  await rewrite(one, "Sửa lần nữa");
  const { id } = await createArticle(by, text("Bài chưa ai thấy", place));
  expect(await movesOf(() => publishArticles(by, [input(one), input({ id })]))).toEqual([undefined]);
});
