import { ArticleList, ArticleMeta, type ListedArticle } from "#components/site/article-list.tsx";
import { Title, titleClass } from "#components/site/title.tsx";

type Props = { article: ListedArticle; below: ListedArticle[] };

/** The newest article, large, with two more under it so that the column closes level with its neighbour. */
export const Lead = ({ article, below }: Props) => (
  <div className="lead">
    <p className="kick">
      <a href={`/chuyen-muc/${article.category.slug}`}>{article.category.name}</a>
    </p>
    <h2 className={titleClass(article.title)}>
      <a href={`/bai-viet/${article.slug}`}>
        <Title text={article.title} />
      </a>
    </h2>
    {article.summary && <p className="say">{article.summary}</p>}
    <ArticleMeta article={article} beside="cell" />
    {below.length > 0 && <ArticleList articles={below} beside="category" pair />}
  </div>
);
