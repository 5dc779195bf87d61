import { listNewest } from "#lib/articles/queries.ts";
import { listClosingSeals } from "#lib/polls/board.ts";
import { rssOf } from "#lib/site/feed.ts";
import { getSite } from "#lib/site/queries.ts";
import { itemOfSeal } from "#lib/site/seal-item.ts";

export const dynamic = "force-dynamic";

const LENGTH = 30;

export async function GET() {
  const [{ committee }, articles, seals] = await Promise.all([getSite(), listNewest(LENGTH), listClosingSeals(LENGTH)]);
  const items = [
    ...articles.map((article) => ({ ...article, path: `/bai-viet/${article.slug}` })),
    ...seals.map(itemOfSeal),
  ].sort((a, b) => momentOf(b) - momentOf(a));
  const feed = rssOf({
    title: `Chuyên mục Đảng – ${committee}`,
    description: `Bài mới của ${committee}.`,
    path: "/",
    items: items.slice(0, LENGTH),
  });
  return new Response(feed, { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
}

const momentOf = ({ changedAt, publishedAt }: { changedAt: Date | null; publishedAt: Date }) =>
  (changedAt ?? publishedAt).getTime();
