import type { Metadata } from "next";
import { ArticleForm } from "#components/admin/article-form.tsx";
import { canPublishArticles } from "#lib/articles/policy.ts";
import { listWorkingCopies } from "#lib/articles/working-copies.ts";
import { requireReader } from "#lib/auth/current.ts";
import { listCategoryChoices } from "#lib/categories/editing.ts";
import { listCellChoices } from "#lib/cells/editing.ts";
import { previewLinkAction, saveArticleAction } from "../actions.ts";

export const metadata: Metadata = { title: "Viết bài mới" };

const NOTHING = { title: "", summary: "", bodyHtml: "", categoryId: "", cellId: "", dateline: "", slug: "" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewArticlePage({ searchParams }: Props) {
  const { ban: wanted } = await searchParams;
  const actor = await requireReader("/quan-tri/bai-viet/moi");
  const [categories, cells, copies] = await Promise.all([
    listCategoryChoices(),
    listCellChoices(),
    listWorkingCopies(actor, null),
  ]);

  const publish = canPublishArticles(actor);
  const chosen = copies.filter(({ sitting }) => sitting === wanted);

  return (
    <div className="edit">
      <ArticleForm
        action={saveArticleAction}
        linkAction={previewLinkAction}
        userId={actor.id}
        fields={NOTHING}
        copies={chosen.length > 0 ? chosen : copies}
        others={[]}
        categories={categories}
        cells={cells}
        rights={{
          edit: true,
          publish,
          moves: publish ? ["save", "submit", "schedule", "publish"] : ["save", "submit"],
          closed: [],
          approves: false,
        }}
      />
    </div>
  );
}
