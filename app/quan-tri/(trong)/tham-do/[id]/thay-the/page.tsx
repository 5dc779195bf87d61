import type { Metadata } from "next";
import { PollForm } from "#components/admin/poll-form.tsx";
import { PollHead } from "#components/admin/poll-head.tsx";
import { listCategoryChoices } from "#lib/categories/editing.ts";
import { correctPollAction } from "../../actions.ts";
import { openPoll } from "../../open-poll.ts";

export const metadata: Metadata = { title: "Lập cuộc thăm dò thay thế" };

type Props = { params: Promise<{ id: string }> };

export default async function CorrectionPage({ params }: Props) {
  const { poll } = await openPoll(params, "/thay-the");
  const isClosed = poll.state === "closed";

  return (
    <>
      <PollHead poll={poll} current="thay-the" />
      <h2>Lập cuộc thay thế</h2>
      {poll.successor ? (
        <p className="note">Cuộc thăm dò này đã có cuộc khác thay thế.</p>
      ) : (
        <>
          <p>
            {isClosed ? "" : "Bấm nút dưới cùng là cuộc này đóng ngay. "}Phiếu đã bỏ giữ nguyên ở cuộc cũ, không chuyển
            sang cuộc mới{poll.kind === "cells" && "; phiếu in cũng phải phát lại"}. Trang công khai của hai cuộc có
            đường dẫn sang nhau.
          </p>
          <PollForm
            action={correctPollAction}
            label="Lập cuộc thay thế"
            submit={isClosed ? "Lập cuộc mới" : "Đóng cuộc này và lập cuộc mới"}
            poll={{ ...poll, slug: "", opensAt: new Date(), closesAt: isClosed ? null : poll.closesAt }}
            categories={await listCategoryChoices()}
            known={poll}
            asksReason
          />
        </>
      )}
    </>
  );
}
