import type { Metadata } from "next";
import { CommentList } from "#components/admin/comment-list.tsx";
import { DoneNote } from "#components/admin/done-note.tsx";
import { PollHead } from "#components/admin/poll-head.tsx";
import { listComments } from "#lib/polls/moderation.ts";
import { moderateCommentAction } from "../../actions.ts";
import { openPoll } from "../../open-poll.ts";

export const metadata: Metadata = { title: "Duyệt ý kiến thêm" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CommentsPage({ params, searchParams }: Props) {
  const { actor, poll } = await openPoll(params, "/y-kien");
  const comments = await listComments(actor, poll.id);

  return (
    <>
      <PollHead poll={poll} current="y-kien" />
      <DoneNote done={(await searchParams)["xong"]} />
      <p className="hint">
        Ý kiến giữ nguyên văn, tách khỏi lá phiếu: không biết ai viết, chọn ý nào. Đừng cho hiện ý kiến có tên, số điện
        thoại hay lời xúc phạm; ghi lý do để người viết biết.
      </p>
      {comments.length > 0 ? (
        <CommentList action={moderateCommentAction} comments={comments} />
      ) : (
        <p className="note">
          {poll.commentsAllowed
            ? "Chưa có ý kiến nào."
            : "Cuộc thăm dò này không cho ghi thêm ý kiến. Muốn cho ghi, hãy đánh dấu ô ấy ở trang “Cuộc thăm dò”."}
        </p>
      )}
    </>
  );
}
