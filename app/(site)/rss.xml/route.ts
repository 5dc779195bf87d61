import { listNewest } from "#lib/articles/queries.ts";
import { rssOf } from "#lib/site/feed.ts";
import { getSite } from "#lib/site/queries.ts";

export const dynamic = "force-dynamic";

const LENGTH = 30;

export async function GET() {
  const [{ committee }, items] = await Promise.all([getSite(), listNewest(LENGTH)]);
  const feed = rssOf({
    title: `Chuyên mục Đảng – ${committee}`,
    description: `Bài mới của ${committee}.`,
    path: "/",
    items,
  });
  return new Response(feed, { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
}
