import { listAddresses } from "#lib/articles/queries.ts";
import { listCategories } from "#lib/categories/queries.ts";
import { listCells } from "#lib/cells/queries.ts";
import { listPolls } from "#lib/polls/queries.ts";
import { sitemapOf } from "#lib/site/feed.ts";

export const dynamic = "force-dynamic";

const FIXED = ["/", "/chi-bo", "/so-do-trang", "/trang/tro-nang", "/trang/bao-ve-du-lieu-ca-nhan"];

export async function GET() {
  const [categories, cells, articles, polls] = await Promise.all([
    listCategories(),
    listCells(),
    listAddresses(),
    listPolls(),
  ]);
  const sitemap = sitemapOf([
    ...FIXED.map((path) => ({ path })),
    ...categories.map(({ slug }) => ({ path: `/chuyen-muc/${slug}` })),
    ...cells.map(({ slug }) => ({ path: `/chi-bo/${slug}` })),
    ...articles.map(({ slug, revisedAt }) => ({ path: `/bai-viet/${slug}`, changedAt: revisedAt })),
    ...(polls.length > 0 ? [{ path: "/tham-do" }] : []),
    ...polls.map(({ slug }) => ({ path: `/tham-do/${slug}` })),
  ]);
  return new Response(sitemap, { headers: { "content-type": "application/xml; charset=utf-8" } });
}
