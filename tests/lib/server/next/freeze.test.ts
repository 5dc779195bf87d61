import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { styleHash } from "#lib/server/front/security-headers.ts";
import { freeze } from "#lib/server/next/freeze.ts";

const CSS = "body{color:red}\n";
const frozen = (html: string) => freeze(html, () => ({ css: CSS, hash: styleHash(CSS) }));

// What Next 16.4 sends for a dynamic page with all metadata in the head, shortened.
const NEXT_PAGE = `<!DOCTYPE html><!--nDfkQJsZLHZbPZtnYHUyY--><html lang="vi"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><link rel="stylesheet" href="/_next/static/chunks/1f.css" data-precedence="next"/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/0a.js"/><script src="/_next/static/chunks/0b.js" async=""></script><link rel="expect" href="#_R_" blocking="render"/><meta name="next-size-adjust" content=""/><title>Đại hội &amp; lễ</title><link rel="canonical" href="https://x.example/"/><link rel="icon" href="/bieu-tuong.svg" type="image/svg+xml"/><script src="/_next/static/chunks/polyfill.js" noModule=""></script></head><body><div hidden=""><!--$--><!--/$--></div><p>Họp <!-- -->19<!-- --> giờ, &lt;script&gt; &#x27;a&#x27; "b"</p><!--$--><main hidden="">x</main><!--/$--><script type="application/ld+json">{"a":"<b>\\u003c/b>"}</script><script src="/site.js" defer="" data-site=""></script><script src="/_next/static/chunks/0c.js" id="_R_" async=""></script><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"1:\\"$Sreact.fragment\\"\\n</scr"])</script></body></html>`;

test("a page of Next's keeps its text, JSON-LD and the site's script, to the letter", () => {
  expect(frozen(NEXT_PAGE).html).toBe(
    `<!DOCTYPE html><html lang="vi"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><style>${CSS}</style><title>Đại hội &amp; lễ</title><link rel="canonical" href="https://x.example/"/><link rel="icon" href="/bieu-tuong.svg" type="image/svg+xml"/></head><body><p>Họp 19 giờ, &lt;script&gt; &#x27;a&#x27; "b"</p><main hidden="">x</main><script type="application/ld+json">{"a":"<b>\\u003c/b>"}</script><script src="/site.js" defer="" data-site=""></script></body></html>`,
  );
});

test("the style is allowed by the hash of exactly its text", () => {
  expect(frozen(NEXT_PAGE).styleHashes).toEqual([`'sha256-${createHash("sha256").update(CSS).digest("base64")}'`]);
});

test("a style that the page brought itself is not blessed", () => {
  expect(frozen("<style>p{display:none}</style>").styleHashes).toEqual([]);
});

test.each([
  ['<template id="B:0"></template><p>Đang tải</p>', '<template id="B:0">'],
  ['<template id="P:1"></template>', '<template id="P:1">'],
  ['<div hidden id="S:0"><p>Muộn</p></div>', '<div hidden id="S:0">'],
])("content that only script would show is named: %s", (html, remnant) => {
  expect(frozen(html).remnants).toEqual([remnant]);
});

test.each([
  '<div hidden=""><p>Văn bản ẩn</p></div>',
  '<div hidden="" class="a"></div>',
  '<template id="mau"></template>',
  '<link rel="preload" as="image" href="/a.webp"/>',
  "<p>self.__next_f &lt;template id=&quot;B:0&quot;&gt;</p>",
  "<textarea><!-- giữ --></textarea>",
])("left alone: %s", (html) => {
  expect(frozen(html)).toMatchObject({ html, remnants: [] });
});

test.each([
  ["<script>1</script", ""],
  ['<script type="application/ld+json">{}</script>', '<script type="application/ld+json">{}</script>'],
  ['<script type="module">1</script>', ""],
  ['<SCRIPT SRC="/_next/a.js"></SCRIPT>', ""],
  ['<script src="//evil.example/site.js"></script>', ""],
  ["<!-- <script>1</script> -->", ""],
])("%s becomes %s", (html, left) => {
  expect(frozen(html).html).toBe(left);
});

test("a page says by its head that it is gone, and the mark does not reach readers", () => {
  const { html, status } = frozen('<head><meta name="status" content="410"/><title>Đã gỡ</title></head>');
  expect([html, status]).toEqual(["<head><title>Đã gỡ</title></head>", 410]);
  expect(frozen("<p>Bài</p>").status).toBeUndefined();
});
