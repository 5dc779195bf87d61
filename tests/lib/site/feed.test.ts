import { expect, test } from "vitest";
import { rssOf, sitemapOf } from "#lib/site/feed.ts";

const item = {
  slug: "x",
  title: "</title><script>&\"'\u0000\u000b",
  summary: "]]>",
  publishedAt: new Date(0),
  category: { name: "Tin" },
};

test("nothing in a title can end its element", () => {
  const feed = rssOf({ title: "A & B", description: "<", path: "/", items: [item] });
  expect(feed).toContain("<title>&lt;/title&gt;&lt;script&gt;&amp;&quot;&apos;</title>");
  expect(feed).toContain("<description>]]&gt;</description>");
  expect([...feed].filter((character) => character < " " && character !== "\n")).toEqual([]);
});

test("addresses are absolute", () => {
  expect(rssOf({ title: "", description: "", path: "/chuyen-muc/tin", items: [item] })).toMatch(
    /<link>http:\/\/[^/]+\/chuyen-muc\/tin<\/link>[\s\S]+<link>http:\/\/[^/]+\/bai-viet\/x<\/link>/,
  );
  expect(sitemapOf([{ path: "/?a=1&b=2" }])).toMatch(/<loc>http:\/\/[^/]+\/\?a=1&amp;b=2<\/loc>/);
});
