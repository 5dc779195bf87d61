import { showMoment } from "#lib/time.ts";

type Revision = { id: number; number: number; createdAt: Date; author: { name: string } | null };
type Props = { articleId: number; revisions: Revision[]; liveId: number | undefined };

/** The newest revisions; all of them have a page. */
export const Versions = ({ articleId, revisions, liveId }: Props) => (
  <section className="box" aria-labelledby="cac-ban">
    <h2 id="cac-ban">Các bản</h2>
    <ol className="vers">
      {revisions.map(({ id, number, createdAt, author }) => (
        <li key={id}>
          <b>Bản số {number}</b> {id === liveId && <span className="tag">Công chúng đang xem</span>}
          <small>
            {author?.name ?? "Chương trình"}, {showMoment(createdAt)}
          </small>
        </li>
      ))}
    </ol>
    <p>
      <a href={`/quan-tri/bai-viet/${articleId}/lich-su`}>Lịch sử: so sánh, lấy lại bản cũ</a>
    </p>
  </section>
);
