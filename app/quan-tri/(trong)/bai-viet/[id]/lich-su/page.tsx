import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RestoreForm } from "#components/admin/restore-form.tsx";
import { RevisionPicker } from "#components/admin/revision-picker.tsx";
import { TwoRevisions } from "#components/admin/two-revisions.tsx";
import { getHistory, getRevision } from "#lib/articles/history.ts";
import { requireReader } from "#lib/auth/current.ts";
import { restoreRevisionAction } from "./actions.ts";

export const metadata: Metadata = { title: "Lịch sử bài viết" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const whole = (value: unknown) => (/^[1-9]\d{0,8}$/.test(String(value)) ? Number(value) : undefined);

export default async function HistoryPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const actor = await requireReader(`/quan-tri/bai-viet/${id}/lich-su`);
  const articleId = whole(id) ?? 0;
  const history = await getHistory(actor, articleId, whole(query["truoc"]));
  if (!history) notFound();
  const { head, version, canRestore } = history;
  const chosen = choose(query, head.number);
  const [older, newer] = await Promise.all([
    getRevision(articleId, chosen.older),
    getRevision(articleId, chosen.newer),
  ]);
  const done = whole(query["xong"]);
  const offered = canRestore && older && newer && chosen.restores;

  return (
    <>
      <div className="head">
        <h1>Lịch sử bài viết</h1>
        <a className="btn alt" href={`/quan-tri/bai-viet/${articleId}`}>
          Về trang sửa bài
        </a>
      </div>
      <p>
        <b>{head.title}</b>
      </p>
      {done && done !== head.number && (
        <p className="note" role="status">
          Đã lấy lại bản số {done} thành bản số {head.number}. Bạn đọc chưa thấy gì đổi; muốn công chúng thấy, hãy mở
          bài rồi đăng.
        </p>
      )}
      {older && newer && <TwoRevisions older={older} newer={newer} restores={chosen.restores} />}
      {offered && (
        <RestoreForm
          action={restoreRevisionAction}
          {...{ articleId, version, number: chosen.newer, next: head.number + 1 }}
        />
      )}
      <RevisionPicker {...history} articleId={articleId} older={chosen.older} newer={chosen.newer} />
    </>
  );
}

/** The two revisions that are compared; an old one that is to come back is laid beside what it would replace. */
function choose(query: Record<string, unknown>, head: number) {
  const back = whole(query["lay-lai"]);
  if (back && back < head) return { older: head, newer: back, restores: true };
  const [one, other] = [whole(query["cu"]) ?? Math.max(head - 1, 1), whole(query["moi"]) ?? head];
  return { older: Math.min(one, other), newer: Math.max(one, other), restores: false };
}
