import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleForm } from "#components/admin/article-form.tsx";
import { Comments } from "#components/admin/comments.tsx";
import { Versions } from "#components/admin/versions.tsx";
import { listComments } from "#lib/articles/comments.ts";
import { getArticleForEditing } from "#lib/articles/editing.ts";
import { checkText } from "#lib/articles/readiness.ts";
import { fieldsOf, listOthersWriting, listWorkingCopies } from "#lib/articles/working-copies.ts";
import { requireReader } from "#lib/auth/current.ts";
import { listCategoryChoices } from "#lib/categories/editing.ts";
import { listCellChoices } from "#lib/cells/editing.ts";
import { previewLinkAction, saveArticleAction } from "../actions.ts";
import { resolveCommentAction, writeCommentAction } from "./actions.ts";

export const metadata: Metadata = { title: "Sửa bài" };

type Props = { params: Promise<{ id: string }> };

export default async function EditArticlePage({ params }: Props) {
  const { id } = await params;
  const actor = await requireReader(`/quan-tri/bai-viet/${id}`);
  const number = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0;
  const [article, categories, cells] = await Promise.all([
    getArticleForEditing(actor, number),
    listCategoryChoices(),
    listCellChoices(),
  ]);
  if (!article) notFound();
  const { head, live, canEdit, canPublish, moves, closed, approves, revisions, slug, version } = article;
  const [checklist, copies, others, comments] = await Promise.all([
    checkText(head),
    listWorkingCopies(actor, number),
    listOthersWriting(actor, number),
    listComments(actor, number),
  ]);

  return (
    <div className="edit">
      <ArticleForm
        action={saveArticleAction}
        linkAction={previewLinkAction}
        userId={actor.id}
        article={{
          ...{ id: number, version, base: head.id, number: head.number, slug, live },
          ...{ scheduledFor: article.scheduledFor, unpublishAt: article.unpublishAt },
          ...{ isOverdue: article.isOverdue, isEndOverdue: article.isEndOverdue },
          ...{ state: article.state, isApprovalOwed: article.approvalOwedSince !== null, returned: article.returned },
        }}
        fields={fieldsOf({ ...head, slug })}
        copies={copies}
        others={others}
        categories={categories}
        cells={cells}
        rights={{ edit: canEdit, publish: canPublish, moves, closed, approves }}
        checklist={checklist}
      >
        <Versions articleId={number} revisions={revisions} liveId={live?.id} />
      </ArticleForm>
      <Comments articleId={number} comments={comments} write={writeCommentAction} resolve={resolveCommentAction} />
    </div>
  );
}
