import type { Metadata } from "next";
import { DoneNote } from "#components/admin/done-note.tsx";
import { PollExports } from "#components/admin/poll-exports.tsx";
import { PollFacts } from "#components/admin/poll-facts.tsx";
import { PollForm } from "#components/admin/poll-form.tsx";
import { PollHead } from "#components/admin/poll-head.tsx";
import { PollLines } from "#components/admin/poll-lines.tsx";
import { CloseNow, OpenNow } from "#components/admin/poll-switch.tsx";
import { listCategoryChoices } from "#lib/categories/editing.ts";
import { listPollEvents } from "#lib/polls/events.ts";
import { closePollAction, editPollAction, openPollAction } from "../actions.ts";
import { openPoll } from "../open-poll.ts";

export const metadata: Metadata = { title: "Một cuộc thăm dò" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OnePollPage({ params, searchParams }: Props) {
  const { poll } = await openPoll(params);
  const [events, categories] = await Promise.all([listPollEvents(poll.id), listCategoryChoices()]);
  const isFrozen = poll.ballots > 0 || poll.state === "closed";

  return (
    <>
      <PollHead poll={poll} current="" />
      <DoneNote done={(await searchParams)["xong"]} />
      <Correction poll={poll} />
      {poll.state === "coming" && <OpenNow key={`mo-${poll.seen}`} action={openPollAction} poll={poll} />}
      {isFrozen && <PollFacts poll={poll} />}
      <h2>{isFrozen ? "Giờ đóng, kết quả, nơi đặt" : "Sửa"}</h2>
      <PollForm
        key={poll.seen}
        action={editPollAction}
        label="Sửa cuộc thăm dò"
        submit="Lưu"
        poll={poll}
        categories={categories}
        known={poll}
        isFrozen={isFrozen}
        isClosed={poll.state === "closed"}
      />
      {poll.state === "open" && (
        <>
          <h2>Đóng trước hạn</h2>
          <CloseNow key={`dong-${poll.seen}`} action={closePollAction} poll={poll} />
        </>
      )}
      <h2>Kết quả và tải về</h2>
      <PollExports poll={poll} />
      <h2>Nhật ký công khai</h2>
      <PollLines events={events} />
    </>
  );
}

type Linked = { id: number; question: string } | null;
type CorrectionProps = { poll: { id: number; ballots: number; predecessor: Linked; successor: Linked } };

const Correction = ({ poll: { id, ballots, predecessor, successor } }: CorrectionProps) => (
  <>
    {predecessor && (
      <p className="note">
        Cuộc này thay cho: <a href={`/quan-tri/tham-do/${predecessor.id}`}>{predecessor.question}</a>
      </p>
    )}
    {successor && (
      <p className="note">
        Đã được thay bằng: <a href={`/quan-tri/tham-do/${successor.id}`}>{successor.question}</a>
      </p>
    )}
    {ballots > 0 && !successor && (
      <p className="note">
        Đã có phiếu, nên câu hỏi, loại, các ý và số ý được chọn không sửa được nữa. Nếu ghi sai,{" "}
        <a href={`/quan-tri/tham-do/${id}/thay-the`}>lập cuộc thay thế</a>: cuộc này đóng lại, các phiếu đã bỏ vẫn còn
        nguyên ở trang cũ.
      </p>
    )}
  </>
);
