import { showMoment } from "#lib/time.ts";

type Article = {
  id: number;
  title: string;
  state: keyof typeof STATES;
  isApprovalOwed: boolean;
  scheduledFor: Date | null;
  isOverdue: boolean;
  category: string;
  author: string | null;
  updatedAt: Date;
};

const STATES = {
  draft: "Bản nháp",
  submitted: "Chờ duyệt",
  returned: "Bị trả lại",
  scheduled: "Hẹn giờ",
  live: "Đang đăng",
  changed: "Đang đăng, có thay đổi chưa đăng",
  withdrawn: "Đã gỡ",
  archived: "Lưu trữ",
};

type Props = {
  articles: Article[];
  /** How many comments wait, by article. */
  comments?: Map<number, number>;
};

export const ArticleList = ({ articles, comments }: Props) => (
  <ul className="jobs">
    {articles.map(({ id, title, state, isApprovalOwed, scheduledFor, isOverdue, category, author, updatedAt }) => (
      <li key={id}>
        <a href={`/quan-tri/bai-viet/${id}`}>{title}</a>
        <p className="meta">
          <span className="tag" data-state={isOverdue ? "overdue" : state}>
            {isOverdue ? "Quá giờ hẹn: " : ""}
            {STATES[state]} {scheduledFor && showMoment(scheduledFor)}
          </span>
          {isApprovalOwed && (
            <span className="tag" data-state="owed">
              Chưa duyệt
            </span>
          )}
          <span>{category}</span>
          <span>
            {author ? `${author}, ` : ""}
            {showMoment(updatedAt)}
          </span>
          {comments?.has(id) && <span>{comments.get(id)} góp ý chưa xong</span>}
        </p>
      </li>
    ))}
  </ul>
);
