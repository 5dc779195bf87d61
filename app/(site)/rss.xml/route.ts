import { listNewest } from "#lib/articles/queries.ts";
import { listClosingSeals } from "#lib/polls/board.ts";
import { rssOf } from "#lib/site/feed.ts";
import { getSite } from "#lib/site/queries.ts";

export const dynamic = "force-dynamic";

const LENGTH = 30;

export async function GET() {
  const [{ committee }, articles, seals] = await Promise.all([getSite(), listNewest(LENGTH), listClosingSeals(LENGTH)]);
  const items = [
    ...articles.map((article) => ({ ...article, path: `/bai-viet/${article.slug}` })),
    ...seals.map(({ at, ballots, root, poll }) => ({
      path: `/tham-do/${poll.slug}/kiem-phieu`,
      guid: root,
      title: `Niêm phong kết quả thăm dò: ${poll.question}`,
      summary: `${ballots.toLocaleString("vi-VN")} phiếu, gốc cây Merkle (SHA-256): ${root}`,
      publishedAt: at,
      changedAt: null,
      category: { name: "Thăm dò ý kiến" },
    })),
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
