import { PollState } from "#components/admin/poll-state.tsx";
import { showSecond } from "#lib/time.ts";

type Poll = {
  id: number;
  question: string;
  kind: "open" | "cells";
  state: "coming" | "open" | "closed";
  opensAt: Date;
  closesAt: Date | null;
  ballots: number;
  waiting: number;
};

export const PollList = ({ polls }: { polls: Poll[] }) => (
  <ul className="jobs">
    {polls.map(({ id, question, kind, state, opensAt, closesAt, ballots, waiting }) => (
      <li key={id}>
        <a href={`/quan-tri/tham-do/${id}`}>{question}</a>
        <p className="meta">
          <PollState state={state} />
          <span>{kind === "cells" ? "Theo chi bộ" : "Mở cho mọi người"}</span>
          <span>{ballots.toLocaleString("vi-VN")} phiếu</span>
          <span>{state === "coming" ? `Mở lúc ${showSecond(opensAt)}` : closing(closesAt, state)}</span>
          {waiting > 0 && <a href={`/quan-tri/tham-do/${id}/y-kien`}>{waiting} ý kiến chờ duyệt</a>}
        </p>
      </li>
    ))}
  </ul>
);

function closing(closesAt: Date | null, state: "open" | "closed") {
  if (!closesAt) return "Chưa hẹn giờ đóng";
  return `${state === "closed" ? "Đã đóng" : "Đóng"} lúc ${showSecond(closesAt)}`;
}
