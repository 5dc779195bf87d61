import type { Metadata } from "next";
import { ArticleForm } from "#components/admin/article-form.tsx";
import { canPublishArticles } from "#lib/articles/policy.ts";
import { requireReader } from "#lib/auth/current.ts";
import { listCategoryChoices } from "#lib/categories/editing.ts";
import { listCellChoices } from "#lib/cells/editing.ts";
import { saveArticleAction } from "../actions.ts";

export const metadata: Metadata = { title: "Viết bài mới" };

export default async function NewArticlePage() {
  const actor = await requireReader("/quan-tri/bai-viet/moi");
  const [categories, cells] = await Promise.all([listCategoryChoices(), listCellChoices()]);

  return (
    <ArticleForm
      action={saveArticleAction}
      categories={categories}
      cells={cells}
      rights={{ edit: true, publish: canPublishArticles(actor) }}
    />
  );
}
