import { Title, titleClass } from "#components/site/title.tsx";
import { isoDate, showDate } from "#lib/time.ts";

export type ListedArticle = {
  slug: string;
  title: string;
  summary: string;
  publishedAt: Date;
  category: { slug: string; name: string };
  cell: { name: string; validTo: Date | null } | null;
};

/** What the meta line says beside the day: on a category's page its cell, on a cell's page its category. */
export type Beside = "category" | "cell" | "both";

type Props = { articles: ListedArticle[]; beside: Beside; big?: boolean; pair?: boolean };

export const ArticleList = ({ articles, beside, big, pair }: Props) => (
  <ul className={["list", big && "big", pair && "pair"].filter(Boolean).join(" ")}>
    {articles.map((article) => (
      <li key={article.slug}>
        <a className={titleClass(article.title)} href={`/bai-viet/${article.slug}`}>
          <Title text={article.title} />
        </a>
        {big && article.summary && <p>{article.summary}</p>}
        <ArticleMeta article={article} beside={beside} />
      </li>
    ))}
  </ul>
);

type Placed = Pick<ListedArticle, "publishedAt" | "category" | "cell">;

export const ArticleMeta = ({ article, beside }: { article: Placed; beside: Beside }) => (
  <p className="meta">
    <time dateTime={isoDate(article.publishedAt)}>{showDate(article.publishedAt)}</time>{" "}
    {beside !== "cell" && <span>{article.category.name}</span>}{" "}
    {beside !== "category" && article.cell && <span>{cellName(article.cell)}</span>}
  </p>
);

const cellName = ({ name, validTo }: { name: string; validTo: Date | null }) => (validTo ? `${name}, đơn vị cũ` : name);
