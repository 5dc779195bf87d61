import { listSeals } from "#lib/polls/board.ts";
import { showsResult } from "#lib/polls/policy.ts";
import { countBallots, findReceipt, getPoll } from "#lib/polls/queries.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ slug: string }> };

/** A poll's result, counted from its ballots, and its seals. The page store keeps the answer for three seconds. */
export async function GET(request: Request, { params }: Context) {
  const poll = await getPoll((await params).slug);
  if (!poll) return Response.json({ error: "Không có cuộc thăm dò này." }, { status: 404 });

  const typed = new URL(request.url).searchParams.get("bien-nhan");
  const [receipt, result, seals] = await Promise.all([
    findReceipt(poll, typed),
    countBallots(poll),
    listSeals(poll.id),
  ]);
  const { slug, question, open, kind, opensAt, closesAt, options } = poll;
  const { total, setAside, countedAt } = result;
  const shown = showsResult(poll, receipt !== undefined) ? result.options : options;
  return Response.json({
    ...{ slug, question, kind, open, opensAt, closesAt, total, setAside, options: shown, countedAt },
    seals: seals.map(({ upTo: _, ...seal }) => seal),
  });
}
