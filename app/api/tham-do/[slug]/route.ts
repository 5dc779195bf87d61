import { countBallots, getPoll } from "#lib/polls/queries.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ slug: string }> };

/** A poll's result, counted from its ballots. The page store keeps the answer for three seconds. */
export async function GET(_request: Request, { params }: Context) {
  const poll = await getPoll((await params).slug);
  if (!poll) return Response.json({ error: "Không có cuộc thăm dò này." }, { status: 404 });

  const { slug, question, open } = poll;
  return Response.json(
    { slug, question, open, ...(await countBallots(poll)) },
    { headers: { "cache-control": "public, max-age=3" } },
  );
}
