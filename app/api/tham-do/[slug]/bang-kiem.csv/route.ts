import { csvOf } from "#lib/csv.ts";
import { exportBoard } from "#lib/polls/board.ts";
import { getPoll } from "#lib/polls/queries.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ slug: string }> };

/** The whole board as a table for spreadsheets. */
export async function GET(_request: Request, { params }: Context) {
  const poll = await getPoll((await params).slug);
  const exported = poll && (await exportBoard(poll));
  if (!exported)
    return new Response("Bảng kiểm phiếu chỉ có sau khi cuộc thăm dò đóng; thăm dò theo chi bộ thì cần từ 5 phiếu.", {
      status: 404,
    });

  const labels = new Map(exported.poll.options.map(({ id, label }) => [id, label]));
  const rows = exported.board.map(({ receipt, options, seal, setAside }) => [
    receipt,
    options.map((id) => labels.get(id)).join("; "),
    seal ?? "",
    setAside ? "có" : "",
  ]);
  return new Response(csvOf([["Biên nhận", "Ý chọn", "Niêm phong", "Để riêng"], ...rows]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="bang-kiem-${exported.poll.slug}.csv"`,
    },
  });
}
