import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleForm } from "#components/admin/article-form.tsx";
import { Versions } from "#components/admin/versions.tsx";
import { getArticleForEditing } from "#lib/articles/editing.ts";
import { checkText } from "#lib/articles/readiness.ts";
import { requireReader } from "#lib/auth/current.ts";
import { listCategoryChoices } from "#lib/categories/editing.ts";
import { listCellChoices } from "#lib/cells/editing.ts";
import { showDate } from "#lib/time.ts";
import { saveArticleAction } from "../actions.ts";

export const metadata: Metadata = { title: "Sửa bài" };

type Props = { params: Promise<{ id: string }> };

export default async function EditArticlePage({ params }: Props) {
  const { id } = await params;
  const actor = await requireReader(`/quan-tri/bai-viet/${id}`);
  const [article, categories, cells] = await Promise.all([
    /^[1-9]\d{0,8}$/.test(id) ? getArticleForEditing(actor, Number(id)) : null,
    listCategoryChoices(),
    listCellChoices(),
  ]);
  if (!article) notFound();
  const { head, live, canEdit, canPublish, revisions, publishedAt, ...row } = article;
  const { bodyText: _, ...text } = head;

  return (
    <ArticleForm
      action={saveArticleAction}
      article={{
        ...row,
        ...text,
        id: row.id,
        dateline: head.dateline ? showDate(head.dateline) : "",
        live,
        wasLive: publishedAt !== null,
      }}
      categories={categories}
      cells={cells}
      rights={{ edit: canEdit, publish: canPublish }}
      checklist={await checkText(head)}
    >
      <Versions revisions={revisions} liveId={live?.id} />
    </ArticleForm>
  );
}
