import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { POLL, SEED, test } from "#tests/e2e/fixtures.ts";

const written = readFileSync("prisma/starter/dien-dan-sinh-hoat-chi-bo.txt", "utf8").split(/\n\n+/);
const paragraphs = written.slice(2, written.findIndex((block) => block.endsWith("./.")) + 1);

test("the seed article is whole: title, day, party cell, every letter of the text", async ({ page }) => {
  await page.goto("/");
  await page
    .getByRole("main")
    .getByRole("link", { name: /CHI BỘ 1 - PHƯỜNG ĐÔNG THANH/ })
    .first()
    .click();

  await expect(page).toHaveURL(SEED);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "CHI BỘ 1 - PHƯỜNG ĐÔNG THANH TỔ CHỨC DIỄN ĐÀN SINH HOẠT CHI BỘ THỰC HIỆN NGHỊ QUYẾT TRUNG ƯƠNG 4 KHÓA XII",
  );
  const article = page.getByRole("article").first();
  await expect(article).toContainText("(19/07/2017)");
  await expect(article.getByRole("link", { name: "Chi bộ 1", exact: true })).toBeVisible();
  expect(await page.locator("#noi-dung p").evaluateAll((all) => all.map((p) => p.textContent))).toEqual(paragraphs);
  const question = "Bạn đánh giá thế nào về trang thông tin Chuyên mục Đảng";
  await expect(page.getByRole("group", { name: question })).toBeVisible();
});

test("“Quay lại” leads back to where the reader came from, else to the category", async ({ page }) => {
  await page.goto(SEED);
  await page.getByRole("link", { name: "Quay lại" }).click();
  await expect(page).toHaveURL("/chuyen-muc/hoat-dong-chi-bo");

  await page.goto("/chi-bo/chi-bo-1");
  await page
    .getByRole("main")
    .getByRole("link", { name: /CHI BỘ 1 - PHƯỜNG/ })
    .first()
    .click();
  await expect(page).toHaveURL(SEED);
  await page.getByRole("link", { name: "Quay lại" }).click();
  await expect(page).toHaveURL("/chi-bo/chi-bo-1");
});

test("the bytes themselves are NFC and hold the article, the poll and no script of React", async ({ request }) => {
  const html = await (await request.get(SEED)).text();

  expect(html).toBe(html.normalize("NFC"));
  expect(html.replace(/<[^>]+>/g, "")).toContain(paragraphs[4]); // numbers stand in spans that keep them on one line
  expect(html).toContain(`/tham-do/${POLL}/phieu`);
  expect(html).not.toMatch(/self\.__next|_next\/static\/chunks\/[^"]*\.js|<template id="B:|<div hidden id="S:/);
});

test("a missing page is a real 404 with the site around it", async ({ page }) => {
  for (const path of [
    "/bai-viet/khong-co-bai-nay",
    "/khong/co/trang/nay",
    "/chuyen-muc/khong-co",
    "/tham-do/khong-co",
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: "Trang chủ" }).first()).toBeVisible();
  }
});

test("search finds the article without accents", async ({ page }) => {
  await page.goto("/tim-kiem");
  const field = page.getByRole("main").getByRole("searchbox");
  await field.fill("dien dan sinh hoat");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/tim-kiem\?q=/);
  await expect(page.getByRole("main").getByRole("link", { name: /DIỄN ĐÀN SINH HOẠT/ })).toBeVisible();
});

test("a search engine keeps the searches that were taken from a title, and nobody else's words", async ({
  request,
}) => {
  const search = async (words: string) => (await request.get(`/tim-kiem?q=${encodeURIComponent(words)}`)).text();
  const robots = '<meta name="robots" content="noindex, follow"';
  expect(await search("diễn đàn sinh hoạt")).not.toContain(robots);
  const scattered = await search("đảng viên chi bộ nội dung");
  expect(scattered).toContain(SEED);
  expect(scattered).toContain(robots);
  expect(await search("nhà cái w88")).toContain(robots);
  expect(await (await request.get("/robots.txt")).text()).not.toContain("/tim-kiem");
});

test("feeds and the map of the site name the article", async ({ request }) => {
  for (const path of ["/rss.xml", "/sitemap.xml", "/chuyen-muc/hoat-dong-chi-bo/rss.xml"]) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    expect(await response.text()).toContain(SEED);
  }
});
