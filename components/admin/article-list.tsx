import { type Standing, StandingHours, StandingTags } from "#components/admin/article-standing.tsx";
import { Tick } from "#components/admin/bulk-form.tsx";
import { showMoment } from "#lib/time.ts";

type Article = Standing & {
  id: number;
  version: number;
  title: string;
  category: string;
  author: string | null;
  updatedAt: Date;
};

type Props = {
  articles: Article[];
  /** How many comments wait, by article. */
  comments: Map<number, number>;
};

/** The rows of the bulk form around it. */
export const ArticleList = ({ articles, comments }: Props) => (
  <ul className="jobs ticked">
    {articles.map(({ id, version, title, category, author, updatedAt, ...standing }) => (
      <li key={id}>
        <Tick value={`${id}:${version}`} label={title} />
        <div>
          <a href={`/quan-tri/bai-viet/${id}`}>{title}</a>
          <p className="meta">
            <StandingTags {...standing} />
          </p>
          <StandingHours {...standing} />
          <p className="meta">
            <span>{category}</span>
            {author && <span>{author} viết</span>}
            <span>Sửa lúc {showMoment(updatedAt)}</span>
            {comments.has(id) && <span>{comments.get(id)} góp ý chưa xong</span>}
          </p>
        </div>
      </li>
    ))}
  </ul>
);
