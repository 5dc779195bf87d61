import { notFound } from "next/navigation";
import { PageHead } from "#components/site/page-head.tsx";
import { PollForm } from "#components/site/poll-form.tsx";
import { PollPeriod } from "#components/site/poll-period.tsx";
import { PollResult } from "#components/site/poll-result.tsx";
import { PollSlip } from "#components/site/poll-slip.tsx";
import { countBallots, findReceipt, getPoll } from "#lib/polls/queries.ts";
import { showReceipt } from "#lib/polls/receipt.ts";
import { readRefusal, titleOf } from "#lib/polls/refusals.ts";
import { describePage } from "#lib/site/metadata.ts";
import { showMoment } from "#lib/time.ts";
import { Frame } from "../../frame.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const POLLS = "/tham-do";
const pathOf = (slug: string) => `${POLLS}/${slug}`;

export async function generateMetadata({ params, searchParams }: Props) {
  const poll = await getPoll((await params).slug);
  if (!poll) return {};
  return describePage({
    title: titleOf(poll.question, await searchParams),
    description: `Kết quả thăm dò ý kiến: ${poll.question}`,
    path: pathOf(poll.slug),
  });
}

export default async function PollPage({ params, searchParams }: Props) {
  const poll = await getPoll((await params).slug);
  if (!poll) notFound();
  const query = await searchParams;
  const [result, receipt] = await Promise.all([countBallots(poll), findReceipt(poll, query["bien-nhan"])]);
  const path = pathOf(poll.slug);

  return (
    <Frame
      current={POLLS}
      trail={[
        { name: "Thăm dò ý kiến", path: POLLS },
        { name: "Kết quả", path },
      ]}
    >
      <PageHead title={poll.question} kick="Kết quả thăm dò ý kiến">
        <p className="meta">
          <span>{result.total.toLocaleString("vi-VN")} phiếu</span>
          <PollPeriod {...poll} />
          <span>
            Đếm lúc <time dateTime={result.countedAt.toISOString()}>{showMoment(result.countedAt)}</time>
          </span>
        </p>
      </PageHead>
      <div className="grid split">
        {receipt && <PollSlip receipt={showReceipt(receipt)} />}
        {poll.open && !receipt && (
          <div className="aside-1">
            <PollForm poll={poll} returnTo={path} {...readRefusal(query)} />
          </div>
        )}
        <PollResult result={result} />
        <ReadingAid json={`/api${path}`} />
      </div>
    </Frame>
  );
}

const ReadingAid = ({ json }: { json: string }) => (
  <section className="note" aria-labelledby="doc-ket-qua">
    <h2 id="doc-ket-qua">Đọc kết quả thế nào</h2>
    <p>Kết quả tham khảo, không phải khảo sát đại diện: ai vào trang cũng có thể bỏ phiếu.</p>
    <p>
      Mỗi mã xác nhận chỉ dùng cho một phiếu. Phiếu không ghi tên ai, trang không lưu địa chỉ mạng của người bỏ phiếu.
    </p>
    <p>Tỷ lệ làm tròn đến hàng đơn vị, sao cho cộng lại đúng 100%.</p>
    <p>
      <a href={json}>Số liệu dạng JSON</a>
    </p>
  </section>
);
