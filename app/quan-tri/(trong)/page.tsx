import type { Metadata } from "next";
import { ArticleFilter } from "#components/admin/article-filter.tsx";
import { ArticleList } from "#components/admin/article-list.tsx";
import { Tasks } from "#components/admin/tasks.tsx";
import { countOpenComments } from "#lib/articles/comments.ts";
import { listArticles } from "#lib/articles/editing.ts";
import { listTasks } from "#lib/articles/tasks.ts";
import { requireReader } from "#lib/auth/current.ts";

export const metadata: Metadata = { title: "Bài viết" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : undefined);

export default async function ArticlesPage({ searchParams }: Props) {
  const actor = await requireReader("/quan-tri");
  const query = await searchParams;
  const [state, words] = [one(query["trang-thai"]), one(query["q"])];
  const after = one(query["sau"]);
  const [{ articles, next }, tasks] = await Promise.all([
    listArticles(actor, { state, words, after }),
    (state ?? words ?? after) ? undefined : listTasks(actor),
  ]);
  const comments = await countOpenComments(articles.map(({ id }) => id));

  return (
    <>
      <div className="head">
        <h1>Bài viết</h1>
        <a className="btn" href="/quan-tri/bai-viet/moi">
          Viết bài mới
        </a>
      </div>
      {tasks && <Tasks groups={tasks} />}
      {tasks && <h2>Tất cả bài viết</h2>}
      <ArticleFilter state={state} words={words} />
      {articles.length > 0 ? (
        <ArticleList articles={articles} comments={comments} />
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
