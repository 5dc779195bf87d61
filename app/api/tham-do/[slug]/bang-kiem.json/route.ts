import { exportBoard } from "#lib/polls/board.ts";
import { getPoll } from "#lib/polls/queries.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ slug: string }> };

/** The whole board for recounting elsewhere (docs/verify-poll.mjs), once the poll has its closing seal. */
export async function GET(_request: Request, { params }: Context) {
  const poll = await getPoll((await params).slug);
  const board = poll && (await exportBoard(poll));
  if (!board)
    return Response.json(
      { error: "Bảng kiểm phiếu chỉ có sau khi cuộc thăm dò đóng; thăm dò theo chi bộ thì cần từ 5 phiếu." },
      { status: 404 },
    );
  return Response.json(board);
}
