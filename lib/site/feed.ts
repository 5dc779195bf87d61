import { siteUrl } from "#lib/env.ts";

type Item = {
  path: string;
  /** Of what has no page to itself. */
  guid?: string;
  title: string;
  summary: string;
  publishedAt: Date;
  changedAt: Date | null;
  category: { name: string };
};
type Feed = { title: string; description: string; path: string; items: Item[] };

/** RSS 2.0 (https://www.rssboard.org/rss-specification) with absolute addresses. */
export function rssOf({ title, description, path, items }: Feed) {
  const site = siteUrl();
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${xml(title)}</title>
<link>${xml(site + path)}</link>
<description>${xml(description)}</description>
<language>vi</language>
<atom:link href="${xml(`${site}${path === "/" ? "" : path}/rss.xml`)}" rel="self" type="application/rss+xml"/>
${items.map(item).join("\n")}
</channel>
</rss>
`;
}

/** A change that readers are told of is an entry of its own: another guid, at its own date. */
function item({ path, guid: given, title, summary, publishedAt, changedAt, category }: Item) {
  const address = xml(siteUrl() + path);
  const guid = given ?? (changedAt ? `${siteUrl() + path}#${changedAt.getTime()}` : undefined);
  return `<item>
<title>${xml(title)}</title>
<link>${address}</link>
<guid isPermaLink="${guid === undefined}">${guid === undefined ? address : xml(guid)}</guid>
<pubDate>${(changedAt ?? publishedAt).toUTCString()}</pubDate>
<category>${xml(category.name)}</category>
<description>${xml(summary)}</description>
</item>`;
}

/** A list of addresses as sitemaps.org wants it. */
export const sitemapOf = (entries: { path: string; changedAt?: Date }[]) => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.map(entry).join("\n")}
</urlset>
`;

const entry = ({ path, changedAt }: { path: string; changedAt?: Date }) =>
  `<url><loc>${xml(siteUrl() + path)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ""}</url>`;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text as XML 1.0 may carry it: the characters it forbids even as entities are left out. */
function xml(text: string) {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
