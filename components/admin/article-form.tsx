"use client";

import { type ReactNode, useMemo } from "react";
import { Outcome } from "#components/admin/action-form.tsx";
import { ArticleFacts } from "#components/admin/article-facts.tsx";
import { type ArticleFields, takeImported } from "#components/admin/article-fields.ts";
import { ArticleStateLine } from "#components/admin/article-state-line.tsx";
import { ArticleTools } from "#components/admin/article-tools.tsx";
import { BodyEditor } from "#components/admin/body-editor.tsx";
import { type Checklist, ChecklistPanel } from "#components/admin/checklist.tsx";
import { ConflictDialog } from "#components/admin/conflict-dialog.tsx";
import { makeHeadings } from "#components/admin/editor-headings.ts";
import { TextAreaField } from "#components/admin/fields.tsx";
import { FormContext } from "#components/admin/form-context.ts";
import type { Copy } from "#components/admin/local-copies.ts";
import type { PreviewLinkAction } from "#components/admin/preview-link.tsx";
import { Recovery } from "#components/admin/recovery.tsx";
import { SaveLine } from "#components/admin/save-line.tsx";
import { TitleField } from "#components/admin/title-field.tsx";
import { useArticleForm } from "#components/admin/use-article-form.ts";
import { WordImport } from "#components/admin/word-import.tsx";
import type { Move, State } from "#lib/articles/workflow.ts";
import type { FormState } from "#lib/form-state.ts";

export type EditedArticle = {
  id: number;
  version: number;
  /** The newest revision: what saves build on. */
  base: number;
  number: number;
  slug: string;
  live: { id: number; number: number } | null;
  state: State;
  isApprovalOwed: boolean;
  scheduledFor: Date | null;
  unpublishAt: Date | null;
  /** Its hour to appear, or to go, has passed, and nothing happened. */
  isOverdue: boolean;
  isEndOverdue: boolean;
  /** Why its text was given back. */
  returned: { at: Date; note: string | null; user: { name: string } | null } | undefined;
};

/** What this person may do with the text; `approves`: publishing it as it stands would be its approval. */
export type Rights = {
  edit: boolean;
  publish: boolean;
  moves: readonly Move[];
  closed: { move: "submit" | "publish" | "archive"; reason: string }[];
  approves: boolean;
};

/** What came of a save, with the checklist of the text that was saved and the revision that it is in, when it made one. */
export type ArticleFormState = FormState & { checklist?: Checklist; base?: number };

export type Choice = { id: number; name: string };

export type ArticleFormProps = {
  action: (previous: ArticleFormState, form: FormData) => Promise<ArticleFormState>;
  linkAction: PreviewLinkAction;
  userId: number;
  article?: EditedArticle;
  fields: ArticleFields;
  /** One's own text that is in no revision, as the server has it. */
  copies: Copy[];
  others: string[];
  categories: Choice[];
  cells: Choice[];
  rights: Rights;
  /** Of the newest revision. */
  checklist?: Checklist;
  children?: ReactNode;
};

/** The page on which an article is written. What was typed stays whatever the answer is. */
export function ArticleForm(props: ArticleFormProps) {
  const { article, categories, cells, rights, children } = props;
  const page = useArticleForm(props);
  const { form, editor, opened, origin, autosave, saving, state, pending, known } = page;
  const text = () => page.read() ?? opened;
  const told = useMemo(() => ({ state, pending }), [state, pending]);

  return (
    <>
      <form ref={form} className="whole" onSubmit={page.submit} onInput={page.input} noValidate>
        {/* Enter in a field presses the first button of the form: this one, which does nothing. */}
        <button type="submit" hidden onClick={(event) => event.preventDefault()} />
        {known && <input type="hidden" name="articleId" value={known.id} />}
        {known && <input type="hidden" name="version" value={known.version} />}
        <FormContext value={told}>
          <ArticleStateLine
            article={article}
            exists={known !== undefined}
            rights={rights}
            toMend={["clean", "saved"].includes(saving.kind) ? (page.checklist?.blockers.length ?? 0) : 0}
          >
            <SaveLine state={saving} autosave={autosave} others={page.others} pending={pending} />
            <Outcome state={state} />
          </ArticleStateLine>
          <div className="work">
            <h1 className="vh">{article ? "Sửa bài viết" : "Viết bài mới"}</h1>
            <Recovery origin={origin} copies={props.copies} opened={opened} onTake={page.recover} />
            {rights.edit && (
              <WordImport
                area={form}
                hasText={() => editor.current?.isEmpty === false}
                onTake={(imported, how) => {
                  if (form.current && editor.current) takeImported(form.current, editor.current, imported, how);
                  page.touch();
                }}
              />
            )}
            {article && !rights.edit && <p className="note">{whyReadOnly(article)}</p>}
            <TitleField defaultValue={opened.title} readOnly={!rights.edit} />
            <TextAreaField
              name="summary"
              label="Tóm tắt"
              rows={2}
              hint="Một, hai câu: ai, làm gì, khi nào. Hiện ở trang chủ và khi chia sẻ; cần có trước khi đăng. Ví dụ: Sáng 24/11/2026, Chi bộ khu phố 3 kết nạp hai đảng viên mới là giáo viên."
              defaultValue={opened.summary}
              readOnly={!rights.edit}
            />
            <BodyEditor initial={opened.bodyHtml} editor={editor} onEdit={page.touch} editable={rights.edit} />
          </div>
          <div className="right">
            {rights.edit && (
              <ChecklistPanel
                checklist={page.checklist}
                canPublish={rights.publish}
                onMakeHeadings={(lines) => editor.current && makeHeadings(editor.current, lines)}
              />
            )}
            <ArticleFacts article={article} rights={rights} fields={opened} categories={categories} cells={cells} />
            <ArticleTools
              {...{ articleId: known?.id, canEdit: rights.edit, autosave, saving, linkAction: props.linkAction }}
            />
            {children}
          </div>
        </FormContext>
      </form>
      {saving.kind === "conflict" && (
        <ConflictDialog
          theirs={saving.theirs}
          mine={text}
          onKeepMine={page.keepMineApart}
          onTakeTheirs={() => page.takeTheirs(saving.theirs)}
        />
      )}
    </>
  );
}

/** What to do with a text that one may read and not change. */
const whyReadOnly = ({ state }: EditedArticle) =>
  state === "archived"
    ? "Bài đã lưu trữ nên chỉ xem được. Cần sửa thì đưa bài ra khỏi lưu trữ trước, hoặc nhờ người biên tập."
    : "Bài đã đăng nên bạn chỉ xem được. Cần sửa chỗ nào, hãy ghi vào ô “Góp ý của bạn” để người biên tập sửa.";
