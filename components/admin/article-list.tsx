import { showMoment } from "#lib/time.ts";

type Article = {
  id: number;
  title: string;
  state: "draft" | "live" | "changed" | "down";
  category: string;
  author: string | null;
  updatedAt: Date;
};

const STATES = { draft: "Bản nháp", live: "Đang đăng", changed: "Đang đăng, có thay đổi chưa đăng", down: "Đã gỡ" };

export const ArticleList = ({ articles }: { articles: Article[] }) => (
  <ul className="jobs">
    {articles.map(({ id, title, state, category, author, updatedAt }) => (
      <li key={id}>
        <a href={`/quan-tri/bai-viet/${id}`}>{title}</a>
        <p className="meta">
          <span className="tag" data-state={state}>
            {STATES[state]}
          </span>
          <span>{category}</span>
          <span>
            {author ? `${author}, ` : ""}
            {showMoment(updatedAt)}
          </span>
        </p>
      </li>
    ))}
  </ul>
);
