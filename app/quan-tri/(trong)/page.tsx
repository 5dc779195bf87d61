import type { Metadata } from "next";
import { ArticleFilter } from "#components/admin/article-filter.tsx";
import { ArticleList } from "#components/admin/article-list.tsx";
import { listArticles } from "#lib/articles/editing.ts";
import { requireReader } from "#lib/auth/current.ts";

export const metadata: Metadata = { title: "Bài viết" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : undefined);

export default async function ArticlesPage({ searchParams }: Props) {
  const actor = await requireReader("/quan-tri");
  const query = await searchParams;
  const [state, words] = [one(query["trang-thai"]), one(query["q"])];
  const { articles, next } = await listArticles(actor, { state, words, after: one(query["sau"]) });

  return (
    <>
      <div className="head">
        <h1>Bài viết</h1>
        <a className="btn" href="/quan-tri/bai-viet/moi">
          Viết bài mới
        </a>
      </div>
      <ArticleFilter state={state} words={words} />
      {articles.length > 0 ? (
        <ArticleList articles={articles} />
      ) : (
        <p className="note">{emptySentence(state ?? words)}</p>
      )}
      {next && (
        <p className="row">
          <a
            className="btn alt"
            href={`?${new URLSearchParams({ q: words ?? "", "trang-thai": state ?? "", sau: next })}`}
          >
            Bài cũ hơn
          </a>
        </p>
      )}
    </>
  );
}

const emptySentence = (filter: string | undefined) =>
  filter
    ? "Không có bài nào như vậy. Hãy bớt từ tìm hoặc chọn “Mọi bài”."
    : "Chưa có bài nào. Bấm “Viết bài mới” để bắt đầu.";
