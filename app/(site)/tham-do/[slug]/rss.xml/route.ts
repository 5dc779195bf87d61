import { listSeals } from "#lib/polls/board.ts";
import { getPoll } from "#lib/polls/queries.ts";
import { rssOf } from "#lib/site/feed.ts";
import { itemOfSeal } from "#lib/site/seal-item.ts";

export const dynamic = "force-dynamic";

const LENGTH = 50;

/** Every seal of one poll, newest first: a root that others have kept cannot be replaced. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const poll = await getPoll((await params).slug);
  if (!poll) return new Response("Không có cuộc thăm dò này.", { status: 404 });
  const seals = (await listSeals(poll.id)).slice(-LENGTH).reverse();
  const feed = rssOf({
    title: `Niêm phong: ${poll.question}`,
    description: `Các lần niêm phong cuộc thăm dò “${poll.question}”.`,
    path: `/tham-do/${poll.slug}`,
    items: seals.map((seal) => itemOfSeal({ ...seal, poll })),
  });
  return new Response(feed, { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
}
