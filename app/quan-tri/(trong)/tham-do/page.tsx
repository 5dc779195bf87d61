import type { Metadata } from "next";
import { PollList } from "#components/admin/poll-list.tsx";
import { listPollsToRun } from "#lib/polls/editing.ts";
import { requirePollClerk } from "./open-poll.ts";

export const metadata: Metadata = { title: "Thăm dò ý kiến" };

export default async function PollsPage() {
  const polls = await listPollsToRun(await requirePollClerk("/quan-tri/tham-do"));

  return (
    <>
      <div className="head">
        <h1>Thăm dò ý kiến</h1>
        <a className="btn" href="/quan-tri/tham-do/moi">
          Lập cuộc thăm dò
        </a>
      </div>
      {polls.length > 0 ? <PollList polls={polls} /> : <p className="note">Chưa có cuộc thăm dò nào.</p>}
      <section className="hints" aria-labelledby="can-biet">
        <h2 id="can-biet">Cần biết trước khi lập</h2>
        <ul>
          <li>
            <b>Mở cho mọi người</b>: kết quả chỉ để tham khảo. <b>Theo chi bộ</b>: in phiếu có mã, phát tận tay, mỗi mã
            một phiếu.
          </li>
          <li>
            Từ lá phiếu đầu tiên, câu hỏi và các ý không sửa được. Ghi sai thì lập cuộc thay thế; trang cũ vẫn còn và có
            đường dẫn sang trang mới.
          </li>
          <li>Không có nút xóa cuộc thăm dò hay làm lại từ đầu. Lá phiếu đã bỏ không ai sửa hay xóa được.</li>
          <li>Mọi việc bạn làm ở đây đều hiện trong nhật ký trên trang công khai của cuộc thăm dò.</li>
        </ul>
      </section>
    </>
  );
}
