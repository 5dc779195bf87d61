import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PollHead } from "#components/admin/poll-head.tsx";
import { IssueSlips, ReplaceSlip } from "#components/admin/slip-forms.tsx";
import { TurnoutTable } from "#components/admin/turnout-table.tsx";
import { siteUrl } from "#lib/env.ts";
import { listTurnout } from "#lib/polls/protocol.ts";
import { listSlipCells } from "#lib/polls/slips.ts";
import { showSecond } from "#lib/time.ts";
import { issueSlipsAction, replaceSlipAction } from "../../actions.ts";
import { openPoll } from "../../open-poll.ts";

export const metadata: Metadata = { title: "Phiếu in và tỷ lệ tham gia" };

type Props = { params: Promise<{ id: string }> };

export default async function SlipsPage({ params }: Props) {
  const { actor, poll } = await openPoll(params, "/phieu");
  if (poll.kind !== "cells") notFound();
  const [turnout, { toIssue, withSlips }] = await Promise.all([listTurnout(poll), listSlipCells(actor, poll.id)]);
  const slip = {
    id: poll.id,
    seen: poll.seen,
    question: poll.question,
    address: `${siteUrl().replace(/^https?:\/\//, "")}/tham-do/${poll.slug}`,
    until: poll.closesAt ? showSecond(poll.closesAt) : undefined,
  };

  return (
    <>
      <PollHead poll={poll} current="phieu" />
      <div className="head">
        <h2>Tỷ lệ tham gia</h2>
        <a className="btn alt" href={`/quan-tri/tham-do/${poll.id}/phieu`}>
          Cập nhật
        </a>
      </div>
      {turnout.length > 0 ? (
        <>
          <p className="hint">Phiếu của chi bộ đã nhập tính vào chi bộ nhận. Ai chọn ý nào thì không ghi ở đâu cả.</p>
          <TurnoutTable rows={turnout} />
        </>
      ) : (
        <p className="note">Chưa phát phiếu nào. Ghi số đảng viên của từng chi bộ rồi bấm “Phát phiếu”.</p>
      )}
      {poll.state === "closed" ? (
        <p className="note">Cuộc thăm dò đã đóng, nên không phát phiếu nữa.</p>
      ) : (
        <>
          <h2>Phát phiếu</h2>
          <p className="hint">
            Ghi số phiếu cho mỗi chi bộ, nhiều nhất 1.000 phiếu một lần. Số phiếu nối tiếp lần phát trước. Khi đã phát,
            đường dẫn của cuộc thăm dò không đổi được nữa.
          </p>
          {toIssue.length > 0 ? (
            <IssueSlips action={issueSlipsAction} poll={slip} cells={toIssue} />
          ) : (
            <p className="note">Trang chưa có chi bộ nào đang hoạt động.</p>
          )}
          {withSlips.length > 0 && (
            <>
              <h2>Phiếu báo mất</h2>
              <p className="hint">
                Phiếu cũ bị hủy, phiếu mới mang số tiếp theo. Cả hai có trong nhật ký công khai và biên bản. Phiếu đã
                dùng thì không hủy được.
              </p>
              <ReplaceSlip action={replaceSlipAction} poll={slip} cells={withSlips} />
            </>
          )}
        </>
      )}
    </>
  );
}
