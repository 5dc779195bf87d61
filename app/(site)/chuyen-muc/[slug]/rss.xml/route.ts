import { listPage } from "#lib/articles/queries.ts";
import { getCategory } from "#lib/categories/queries.ts";
import { rssOf } from "#lib/site/feed.ts";
import { getSite } from "#lib/site/queries.ts";

export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const [category, { committee }] = await Promise.all([getCategory((await params).slug), getSite()]);
  if (!category) return new Response("Không có chuyên mục này.", { status: 404 });

  const list = await listPage({ categoryId: category.id }, 1);
  const feed = rssOf({
    title: `${category.name} – ${committee}`,
    description: `Bài mới trong chuyên mục ${category.name}.`,
    path: `/chuyen-muc/${category.slug}`,
    items: (list?.articles ?? []).map((article) => ({ ...article, path: `/bai-viet/${article.slug}` })),
  });
  return new Response(feed, { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
}
