import { notFound } from "next/navigation";
import { PageHead } from "#components/site/page-head.tsx";
import { PollForm } from "#components/site/poll-form.tsx";
import { PollLog } from "#components/site/poll-log.tsx";
import { PollNote } from "#components/site/poll-note.tsx";
import { PollPeriod } from "#components/site/poll-period.tsx";
import { PollResult } from "#components/site/poll-result.tsx";
import { PollSlip } from "#components/site/poll-slip.tsx";
import { PollTurnout } from "#components/site/poll-turnout.tsx";
import { PollVoices } from "#components/site/poll-voices.tsx";
import { listShownComments } from "#lib/polls/comments.ts";
import { listPollEvents } from "#lib/polls/events.ts";
import { showsResult } from "#lib/polls/policy.ts";
import { listTurnout } from "#lib/polls/protocol.ts";
import { countBallots, findReceipt, getPoll } from "#lib/polls/queries.ts";
import { showReceipt } from "#lib/polls/receipt.ts";
import { REFUSALS, readRefusal, titleOf } from "#lib/polls/refusals.ts";
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
  const [result, receipt, turnout, events, comments] = await Promise.all([
    countBallots(poll),
    findReceipt(poll, query["bien-nhan"]),
    listTurnout(poll),
    listPollEvents(poll.id),
    listShownComments(poll.id),
  ]);
  const path = pathOf(poll.slug);
  const refused = readRefusal(query);
  const hasForm = poll.open && !receipt;

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
          <span>{(result.total + result.setAside).toLocaleString("vi-VN")} phiếu</span>
          <PollPeriod {...poll} />
          <span>
            Đếm lúc <time dateTime={result.countedAt.toISOString()}>{showMoment(result.countedAt)}</time>
          </span>
        </p>
      </PageHead>
      <div className="grid split">
        {receipt && <PollSlip receipt={showReceipt(receipt)} checkPath={`${path}/kiem-phieu?bien-nhan=${receipt}`} />}
        {hasForm && (
          <div className="aside-1">
            <PollForm poll={poll} returnTo={path} withSlip={query["phieu"] === "1"} {...refused} />
          </div>
        )}
        <div className="grid main-1">
          {!hasForm && refused.refusal && <Refused sentence={REFUSALS[refused.refusal].sentence} />}
          {showsResult(poll, receipt !== undefined) ? (
            <PollResult result={result} isMultiple={poll.maxChoices > 1} />
          ) : (
            <HiddenResult {...poll} />
          )}
          {turnout.length > 0 && <PollTurnout turnout={turnout} />}
          {comments.length > 0 && <PollVoices comments={comments} />}
        </div>
        <PollNote poll={poll} hasMinutes={poll.sealed !== null} json={`/api${path}`} path={path} />
        {events.length > 0 && <PollLog events={events} />}
      </div>
    </Frame>
  );
}

/** Why a form was refused, where there is none any more. */
const Refused = ({ sentence }: { sentence: string }) => (
  <p className="note err" id="tham-do">
    Lỗi: {sentence}
  </p>
);

type Hidden = { results: string; open: boolean; sealed: number | null };

const HiddenResult = ({ results, open, sealed }: Hidden) => (
  <section className="note" aria-labelledby="so-phieu">
    <h2 id="so-phieu">{sealed === null ? "Kết quả chưa công bố" : "Kết quả không công bố"}</h2>
    <p>{whyHidden(results, open, sealed)}</p>
  </section>
);

function whyHidden(results: string, open: boolean, sealed: number | null) {
  if (sealed !== null) return "Có dưới 5 phiếu nên không công bố kết quả, để không lộ ý của từng người.";
  if (!open) return "Cuộc thăm dò đã đóng. Kết quả hiện ra khi các phiếu được niêm phong, trong vòng một phút.";
  return results === "after_vote"
    ? "Bạn xem được kết quả sau khi bỏ phiếu. Khi cuộc thăm dò đóng, ai cũng xem được."
    : "Kết quả được công bố khi cuộc thăm dò đóng.";
}
