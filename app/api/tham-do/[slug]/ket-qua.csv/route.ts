import { csvOf } from "#lib/csv.ts";
import { showsResult } from "#lib/polls/policy.ts";
import { countBallots, getPoll } from "#lib/polls/queries.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ slug: string }> };

/** A poll's result as a table for spreadsheets. */
export async function GET(_request: Request, { params }: Context) {
  const poll = await getPoll((await params).slug);
  if (!poll || !showsResult(poll, false)) return new Response("Kết quả chưa công bố.", { status: 404 });

  const result = await countBallots(poll);
  const rows = result.options.map(({ label, ballots, percent, setAside }) => [label, ballots, percent, setAside]);
  return new Response(
    csvOf([
      ["Ý chọn", "Số phiếu", "Tỷ lệ (%)", "Để riêng"],
      ...rows,
      ["Tổng số phiếu", result.total, "", result.setAside],
    ]),
    {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="ket-qua-${poll.slug}.csv"`,
      },
    },
  );
}
