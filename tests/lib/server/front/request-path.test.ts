import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalPath } from "#lib/server/front/request-path.ts";

const nfd = encodeURIComponent("đảng-ủy".normalize("NFD"));
const latin1 = Buffer.from("đảng").toString("latin1");

test.each([
  ["/", "/"],
  ["/bai-viet/chi-bo-1", "/bai-viet/chi-bo-1"],
  ["/bai-viet/", "/bai-viet/"],
  ["/%62ai-viet/x", "/bai-viet/x"],
  ["/%71uan-tri", "/quan-tri"],
  ["/quan-tri;.css", "/quan-tri%3B.css"],
  ["/a%3ab", "/a%3Ab"],
  ["/a:b", "/a%3Ab"],
  [`/${nfd}`, `/${encodeURIComponent("đảng-ủy")}`],
  [`/${latin1}`, `/${encodeURIComponent("đảng")}`],
  ["/index.php", "/index.php"],
  ["/...", "/..."],
])("%s → %s", (given, canonical) => {
  expect(canonicalPath(given)).toBe(canonical);
});

test.each([
  "",
  "*",
  "http://evil.example/",
  "//evil.example",
  "/a//b",
  "/a//",
  "/../etc/passwd",
  "/a/./b",
  "/%2e%2e/a",
  "/a%2fb",
  "/a%5Cb",
  "/a\\b",
  "/%00",
  "/%0a.css",
  "/%7f",
  "/%",
  "/%zz",
  "/%c3",
  "/%ff%fe",
  `/${"a".repeat(3000)}`,
])("%s is refused", (given) => {
  expect(canonicalPath(given)).toBeUndefined();
});

test("a canonical path is its own canonical form", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const once = canonicalPath(`/${encodeURI(text.toWellFormed())}`);
      if (once !== undefined) expect(canonicalPath(once)).toBe(once);
    }),
  );
});
