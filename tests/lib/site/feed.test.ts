import { expect, test } from "vitest";
import { rssOf, sitemapOf } from "#lib/site/feed.ts";

const item = {
  path: "/bai-viet/x",
  title: "</title><script>&\"'\u0000\u000b",
  summary: "]]>",
  publishedAt: new Date(0),
  changedAt: null,
  category: { name: "Tin" },
};

test("nothing in a title can end its element", () => {
  const feed = rssOf({ title: "A & B", description: "<", path: "/", items: [item] });
  expect(feed).toContain("<title>&lt;/title&gt;&lt;script&gt;&amp;&quot;&apos;</title>");
  expect(feed).toContain("<description>]]&gt;</description>");
  expect([...feed].filter((character) => character < " " && character !== "\n")).toEqual([]);
});

test("a change that readers are told of is an entry of its own", () => {
  const feed = (changedAt: Date | null) =>
    rssOf({ title: "", description: "", path: "/", items: [{ ...item, changedAt }] });
  const guid = (text: string) => /<guid[^>]*>([^<]*)/.exec(text)?.[1];
  expect(guid(feed(new Date(86_400_000)))).not.toBe(guid(feed(null)));
  expect(feed(new Date(86_400_000))).toContain("<pubDate>Fri, 02 Jan 1970");
});

test("addresses are absolute", () => {
  expect(rssOf({ title: "", description: "", path: "/chuyen-muc/tin", items: [item] })).toMatch(
    /<link>http:\/\/[^/]+\/chuyen-muc\/tin<\/link>[\s\S]+<link>http:\/\/[^/]+\/bai-viet\/x<\/link>/,
  );
  expect(sitemapOf([{ path: "/?a=1&b=2" }])).toMatch(/<loc>http:\/\/[^/]+\/\?a=1&amp;b=2<\/loc>/);
});

test("what has no address of its own is known by its name", () => {
  const feed = rssOf({ title: "", description: "", path: "/", items: [item, { ...item, guid: "f00" }] });
  expect(feed).toMatch(/<guid isPermaLink="true">http:[^<]+<\/guid>[\s\S]+<guid isPermaLink="false">f00<\/guid>/);
});
