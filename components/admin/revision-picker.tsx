import { showMoment } from "#lib/time.ts";
import type { MilestoneKind } from "#prisma/client/enums.ts";

type Milestone = { id: number; kind: MilestoneKind; at: Date; note: string | null; user: { name: string } | null };
type Revision = { number: number; createdAt: Date; author: { name: string } | null; milestones: Milestone[] };

type Props = {
  articleId: number;
  revisions: Revision[];
  head: { number: number };
  liveNumber: number | undefined;
  canRestore: boolean;
  next: number | undefined;
  older: number;
  newer: number;
};

/** Every revision, two of which are chosen to be compared; an ordinary form, so it needs no script. */
export const RevisionPicker = ({ articleId, revisions, next, ...shown }: Props) => (
  <form className="revisions" method="get" action={`/quan-tri/bai-viet/${articleId}/lich-su`}>
    <table>
      <caption>Các bản của bài, mới nhất ở trên. Chọn hai bản rồi bấm “So sánh”.</caption>
      <thead>
        <tr>
          <th scope="col">Từ</th>
          <th scope="col">Đến</th>
          <th scope="col">Bản</th>
        </tr>
      </thead>
      <tbody>
        {revisions.map((revision) => (
          <Row key={revision.number} revision={revision} {...shown} />
        ))}
      </tbody>
    </table>
    <p className="row">
      <button type="submit" className="btn">
        So sánh
      </button>
      {next && (
        <a className="btn alt" href={`?truoc=${next}`}>
          Các bản cũ hơn
        </a>
      )}
    </p>
  </form>
);

type RowProps = Omit<Props, "articleId" | "revisions" | "next"> & { revision: Revision };

const DONE: Record<MilestoneKind, string> = {
  submitted: "Gửi duyệt",
  returned: "Trả lại",
  scheduled: "Hẹn giờ đăng",
  unscheduled: "Bỏ hẹn giờ đăng",
  published: "Đăng",
  approved: "Duyệt",
  withdrawn: "Gỡ",
  archived: "Đưa vào lưu trữ",
  unarchived: "Đưa ra khỏi lưu trữ",
  restored: "Lấy lại bản cũ",
};

/** What was done with a revision: its name among the others. */
const Milestones = ({ of }: { of: Milestone[] }) => (
  <ul className="milestones">
    {of.map(({ id, kind, at, note, user }) => (
      <li key={id}>
        <b>{DONE[kind]}:</b> {user?.name ?? "Chương trình"}, {showMoment(at)}
        {note && <span className="said"> “{note}”</span>}
      </li>
    ))}
  </ul>
);

function Row({
  revision: { number, createdAt, author, milestones },
  head,
  liveNumber,
  canRestore,
  older,
  newer,
}: RowProps) {
  return (
    <tr>
      <td>
        <label className="pick">
          <input type="radio" name="cu" value={number} defaultChecked={number === older} />
          <span className="vh">Từ bản số {number}</span>
        </label>
      </td>
      <td>
        <label className="pick">
          <input type="radio" name="moi" value={number} defaultChecked={number === newer} />
          <span className="vh">Đến bản số {number}</span>
        </label>
      </td>
      <td>
        <b>Bản số {number}</b> {number === liveNumber && <span className="tag">Công chúng đang xem</span>}{" "}
        {number === head.number && <span className="tag">Mới nhất</span>}
        <small>
          {author?.name ?? "Chương trình"}, {showMoment(createdAt)}
        </small>
        {milestones.length > 0 && <Milestones of={milestones} />}
        {canRestore && number !== head.number && <a href={`?lay-lai=${number}`}>Xem để lấy lại bản số {number}</a>}
      </td>
    </tr>
  );
}
