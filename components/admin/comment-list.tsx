"use client";

import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { useField } from "#components/admin/form-context.ts";
import { showDate } from "#lib/time.ts";

type Comment = { id: string; day: Date; text: string; status: "pending" | "shown" | "hidden" };
type Props = { action: FormAction; comments: Comment[] };

const STATES = { pending: "Chờ duyệt", shown: "Đang hiện", hidden: "Không cho hiện" };

export const CommentList = ({ action, comments }: Props) => (
  <ul className="jobs comments">
    {comments.map(({ id, day, text, status }, index) => (
      <li key={id}>
        <blockquote>{text}</blockquote>
        <p className="meta">
          <span className="tag" data-state={status === "pending" ? "changed" : status}>
            {STATES[status]}
          </span>
          <span>Ngày {showDate(day)}</span>
        </p>
        <ActionForm key={status} action={action} className="row" label={`Duyệt ý kiến ${index + 1}`}>
          <input type="hidden" name="commentId" value={id} />
          {status !== "shown" && (
            <button type="submit" className="btn alt" name="verdict" value="shown">
              Cho hiện<span className="vh"> ý kiến {index + 1}</span>
            </button>
          )}
          {status !== "hidden" && <Hide number={index + 1} />}
        </ActionForm>
      </li>
    ))}
  </ul>
);

/** The reason's name is the same in every form of the page, so its label holds it. */
function Hide({ number }: { number: number }) {
  const { error, typed } = useField("reason");
  return (
    <>
      <label className={error ? "field bad" : "field"}>
        <span>
          Lý do nếu không cho hiện<span className="vh"> ý kiến {number}</span>
        </span>
        {error && <span className="err">Lỗi: {error}</span>}
        <input name="reason" autoComplete="off" defaultValue={typed?.[0]} aria-invalid={error ? true : undefined} />
      </label>
      <button type="submit" className="btn alt" name="verdict" value="hidden">
        Không cho hiện<span className="vh"> ý kiến {number}</span>
      </button>
    </>
  );
}
