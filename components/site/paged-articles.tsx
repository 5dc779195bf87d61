import { ArticleList, type Beside, type ListedArticle } from "#components/site/article-list.tsx";
import { Pager } from "#components/site/pager.tsx";
import { PAGE_SIZE } from "#lib/paging.ts";

type Props = {
  list: { articles: ListedArticle[]; page: number; last: number; total: number; more: boolean };
  path: string;
  beside: Beside;
};

/** One page of articles, newest first, with where it stands in the whole. */
export function PagedArticles({ list: { articles, page, last, total, more }, path, beside }: Props) {
  if (total === 0) return <p>Chưa có bài nào được đăng.</p>;
  const first = (page - 1) * PAGE_SIZE + 1;
  return (
    <>
      <p className="meta">
        {last > 1 && `Bài ${first} đến ${first + articles.length - 1} trong `}
        {more && "hơn "}
        {total.toLocaleString("vi-VN")} bài{total > 1 && ", mới trước"}
      </p>
      <ArticleList articles={articles} beside={beside} big />
      <Pager page={page} last={last} path={path} />
    </>
  );
}
