import { notFound } from "next/navigation";
import { PageHead } from "#components/site/page-head.tsx";
import { PollBoard } from "#components/site/poll-board.tsx";
import { PollSeals } from "#components/site/poll-seals.tsx";
import { ReceiptCheck } from "#components/site/receipt-check.tsx";
import { readPage } from "#lib/paging.ts";
import { boardPages, listSeals, readBoardPage } from "#lib/polls/board.ts";
import { showsBoard } from "#lib/polls/policy.ts";
import { findReceipt, getPoll } from "#lib/polls/queries.ts";
import { showReceipt } from "#lib/polls/receipt.ts";
import { describePage } from "#lib/site/metadata.ts";
import { Frame } from "../../../frame.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pathOf = (slug: string) => `/tham-do/${slug}/kiem-phieu`;

export async function generateMetadata({ params }: Props) {
  const poll = await getPoll((await params).slug);
  if (!poll) return {};
  return describePage({
    title: `Kiểm phiếu: ${poll.question}`,
    description: "Tìm phiếu của bạn bằng mã biên nhận, xem niêm phong và bảng kiểm phiếu.",
    path: pathOf(poll.slug),
    hidden: true,
  });
}

export default async function CheckPage({ params, searchParams }: Props) {
  const poll = await getPoll((await params).slug);
  if (!poll) notFound();
  const { trang, "bien-nhan": typed } = await searchParams;
  const seals = await listSeals(poll.id);
  const page = readPage(trang, boardPages(seals));
  if (!page) notFound();
  const [receipt, board] = await Promise.all([findReceipt(poll, typed), readBoardPage(poll.id, page)]);
  const path = pathOf(poll.slug);
  const hasBoard = showsBoard(poll);

  return (
    <Frame
      current="/tham-do"
      trail={[
        { name: "Thăm dò ý kiến", path: "/tham-do" },
        { name: "Kết quả", path: `/tham-do/${poll.slug}` },
        { name: "Kiểm phiếu", path },
      ]}
    >
      <PageHead title={poll.question} kick="Kiểm phiếu" />
      <div className="grid split">
        <ReceiptCheck
          path={path}
          typed={typeof typed === "string" ? typed : undefined}
          found={receipt && showReceipt(receipt)}
          hasBoard={hasBoard}
        />
        <PollSeals seals={seals} feed={`/tham-do/${poll.slug}/rss.xml`} />
        {hasBoard && (
          <PollBoard board={board} options={poll.options} page={page} path={path} api={`/api/tham-do/${poll.slug}`} />
        )}
      </div>
    </Frame>
  );
}
