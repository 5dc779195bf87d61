import { ActionForm, type FormAction } from "#components/admin/action-form.tsx";
import { Submit, TextAreaField } from "#components/admin/fields.tsx";
import { showMoment } from "#lib/time.ts";

type Comment = { id: number; text: string; createdAt: Date; author: string; resolved: { by: string; at: Date } | null };

type Props = {
  articleId: number;
  comments: Comment[];
  write: FormAction;
  resolve: FormAction;
};

/** What people say to each other about a draft, beside it. */
export const Comments = ({ articleId, comments, write, resolve }: Props) => (
  <section className="box comments" aria-labelledby="gop-y-bai">
    <h2 id="gop-y-bai">Góp ý về bài</h2>
    {comments.length === 0 && <p className="hint">Chưa ai góp ý. Góp ý ở đây chỉ người biên tập thấy.</p>}
    <ol>
      {comments.map((comment) => (
        <One key={comment.id} comment={comment} resolve={resolve} />
      ))}
    </ol>
    <ActionForm action={write} label="Góp ý">
      <input type="hidden" name="articleId" value={articleId} />
      <TextAreaField
        name="comment"
        label="Góp ý của bạn"
        rows={3}
        hint="Ví dụ: Đoạn 2 ghi 19 đảng viên, bảng ghi 18. Xin kiểm lại."
      />
      <Submit className="btn alt">Gửi góp ý</Submit>
    </ActionForm>
  </section>
);

const One = ({ comment, resolve }: { comment: Comment; resolve: Props["resolve"] }) => {
  const { id, text, createdAt, author, resolved } = comment;
  return (
    <li className={resolved ? "done" : undefined}>
      <small>
        <b>{author}</b>, {showMoment(createdAt)}
      </small>
      <p>{text}</p>
      {resolved ? (
        <small>
          ✓ Xong: {resolved.by}, {showMoment(resolved.at)}
        </small>
      ) : (
        <ActionForm action={resolve} className="inline" label={`Góp ý của ${author}`}>
          <input type="hidden" name="commentId" value={id} />
          <button type="submit" className="link">
            Đánh dấu đã xong
            <span className="vh">
              {" "}
              góp ý của {author}: {text.slice(0, 40)}
            </span>
          </button>
        </ActionForm>
      )}
    </li>
  );
};
