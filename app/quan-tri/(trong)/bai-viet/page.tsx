import type { Metadata } from "next";
import { ArticleFilter } from "#components/admin/article-filter.tsx";
import { ArticleList } from "#components/admin/article-list.tsx";
import { BulkForm } from "#components/admin/bulk-form.tsx";
import type { UserActor } from "#lib/actor.ts";
import { countOpenComments } from "#lib/articles/comments.ts";
import { listArticles, listAuthorChoices } from "#lib/articles/listing.ts";
import { canEditAnyArticle, canMove, canPublishArticles } from "#lib/articles/policy.ts";
import { requireReader } from "#lib/auth/current.ts";
import { listCategoryChoices } from "#lib/categories/editing.ts";
import { listCellChoices } from "#lib/cells/editing.ts";
import { moveArticlesAction } from "./nhieu-bai/actions.ts";

export const metadata: Metadata = { title: "Bài viết" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ArticlesPage({ searchParams }: Props) {
  const actor = await requireReader("/quan-tri/bai-viet");
  const query = plain(await searchParams);
  const [{ articles, next }, categories, cells, authors] = await Promise.all([
    listArticles(actor, filterOf(query)),
    listCategoryChoices(),
    listCellChoices(),
    canEditAnyArticle(actor) ? listAuthorChoices() : [],
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
      <ArticleFilter {...{ query, categories, cells, authors, canApprove: canPublishArticles(actor) }} />
      <BulkForm
        action={moveArticlesAction}
        moves={movesOf(actor)}
        categories={categories}
        isEmpty={articles.length === 0}
      >
        {articles.length > 0 ? (
          <ArticleList articles={articles} comments={comments} />
        ) : (
          <p className="note">{emptySentence(query)}</p>
        )}
      </BulkForm>
      {next && (
        <p className="row">
          <a className="btn alt" href={`?${new URLSearchParams({ ...query, sau: next })}`}>
            Bài cũ hơn
          </a>
        </p>
      )}
    </>
  );
}

/** What was said once, and something. */
const plain = (query: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    ),
  );

const filterOf = (query: Record<string, string>) => ({
  words: query["q"],
  state: query["trang-thai"],
  categoryId: query["chuyen-muc"],
  cellId: query["chi-bo"],
  authorId: query["nguoi-viet"],
  from: query["tu"],
  to: query["den"],
  after: query["sau"],
});

const MOVES = [
  { id: "submit", right: "submit", name: "Gửi duyệt" },
  { id: "publish", right: "publish", name: "Duyệt và đăng" },
  { id: "approve", right: "approve", name: "Duyệt bản đang đăng" },
  { id: "archive", right: "archive", name: "Đưa vào lưu trữ" },
  { id: "unarchive", right: "unarchive", name: "Đưa ra khỏi lưu trữ" },
  { id: "categorise", right: "save", name: "Chuyển chuyên mục" },
] as const;

/** Without what this person may do with no article at all; with each article its verb decides. */
const movesOf = (actor: UserActor) =>
  MOVES.filter(({ right }) => canMove(actor, right, { beganBy: actor.id, isLive: false }));

const emptySentence = ({ sau: _, ...query }: Record<string, string>) =>
  Object.keys(query).length > 0
    ? "Không có bài nào như vậy. Hãy bớt từ tìm, hoặc chọn “Mọi bài” và bỏ các mục ở “Lọc thêm”."
    : "Chưa có bài nào. Bấm “Viết bài mới” để bắt đầu.";
