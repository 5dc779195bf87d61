import { PollState } from "#components/admin/poll-state.tsx";

type Poll = {
  id: number;
  slug: string;
  question: string;
  kind: "open" | "cells";
  state: "coming" | "open" | "closed";
  ballots: number;
  waiting: number;
};
type Props = { poll: Poll; current: "" | "phieu" | "y-kien" | "bat-thuong" | "thay-the" };

/** The question, how the poll stands, and the ways to its other pages. */
export const PollHead = ({ poll: { id, slug, question, kind, state, ballots, waiting }, current }: Props) => {
  const pages = [
    { at: "", name: "Cuộc thăm dò" },
    ...(kind === "cells" ? [{ at: "phieu", name: "Phiếu in và tỷ lệ tham gia" }] : []),
    { at: "y-kien", name: waiting > 0 ? `Ý kiến thêm (${waiting} chờ duyệt)` : "Ý kiến thêm" },
    { at: "bat-thuong", name: "Dấu hiệu bất thường" },
  ];
  const own = `/quan-tri/tham-do/${id}`;

  return (
    <>
      <div>
        <p className="kick">
          <a href="/quan-tri/tham-do">Thăm dò ý kiến</a>
        </p>
        <h1>{question}</h1>
        <p className="meta">
          <PollState state={state} />
          <span>{kind === "cells" ? "Theo chi bộ" : "Mở cho mọi người"}</span>
          <span>{ballots.toLocaleString("vi-VN")} phiếu</span>
          {state !== "coming" && <a href={`/tham-do/${slug}`}>Xem trang công khai</a>}
        </p>
      </div>
      <nav className="tabs" aria-label="Các trang của cuộc thăm dò">
        <ul>
          {pages.map(({ at, name }) => (
            <li key={at}>
              <a href={at ? `${own}/${at}` : own} aria-current={at === current ? "page" : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
};
