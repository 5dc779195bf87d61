import type { Metadata } from "next";
import { DoneNote } from "#components/admin/done-note.tsx";
import { Bursts, NetworkShare, RegularRuns } from "#components/admin/oddity-tables.tsx";
import { PollHead } from "#components/admin/poll-head.tsx";
import { ChooseSuspects, SetAside } from "#components/admin/set-aside-forms.tsx";
import { findOddities } from "#lib/polls/oddities.ts";
import { countSuspects } from "#lib/polls/set-aside.ts";
import { setAsideAction } from "../../actions.ts";
import { openPoll } from "../../open-poll.ts";

export const metadata: Metadata = { title: "Dấu hiệu bất thường" };

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value.slice(0, 20_000) : "");

export default async function OdditiesPage({ params, searchParams }: Props) {
  const { actor, poll } = await openPoll(params, "/bat-thuong");
  const query = await searchParams;
  const suspects = { from: one(query["tu"]), to: one(query["den"]), receipts: one(query["bien-nhan"]) };
  const isAsked = suspects.receipts !== "" || (suspects.from !== "" && suspects.to !== "");
  const [{ bursts, regular, networks }, found] = await Promise.all([
    findOddities(actor, poll),
    isAsked ? countSuspects(actor, poll.id, suspects) : undefined,
  ]);

  return (
    <>
      <PollHead poll={poll} current="bat-thuong" />
      <DoneNote done={query["xong"]} />
      <p className="hint">
        Đây chỉ là dấu hiệu để xem xét, chưa phải bằng chứng gian lận: một buổi họp cùng bỏ phiếu cũng tạo ra nhiều
        phiếu trong một phút.
      </p>
      {poll.kind === "open" ? (
        <>
          <h2>Dồn dập</h2>
          <Bursts bursts={bursts} />
          <h2>Cách đều nhau</h2>
          <RegularRuns runs={regular} />
        </>
      ) : (
        <p className="note">
          Phiếu theo chi bộ không ghi giờ, nên không xét được dồn dập hay cách đều. Mỗi mã phiếu chỉ bỏ được một phiếu.
        </p>
      )}
      <h2>Phần của một mạng</h2>
      <NetworkShare networks={networks} />
      <p className="hint">
        Trang không lưu địa chỉ mạng và không ghi phiếu nào đến từ mạng nào, nên chỉ biết được phần này trong 10 phút
        gần nhất.
      </p>
      <h2 id="de-rieng">Để riêng phiếu đáng ngờ</h2>
      <p>
        Phiếu để riêng không tính vào kết quả nhưng vẫn nằm trên bảng kiểm phiếu và trong niêm phong; số phiếu và lý do
        hiện công khai. Không rút lại được, và không có cách nào xóa phiếu.
      </p>
      <ChooseSuspects suspects={suspects} byTime={poll.kind === "open"} />
      {found?.error && <p className="err">Lỗi: {found.error}</p>}
      {found?.ballots === 0 && <p className="note">Không có phiếu nào như vậy, hoặc đã để riêng rồi.</p>}
      {found?.ballots !== undefined && found.ballots > 0 && (
        <SetAside action={setAsideAction} pollId={poll.id} suspects={suspects} ballots={found.ballots} />
      )}
    </>
  );
}
