"use client";

import type { Editor } from "@tiptap/react";
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from "react";
import { Outcome } from "#components/admin/action-form.tsx";
import { ArticleFacts } from "#components/admin/article-facts.tsx";
import { ArticleStateLine } from "#components/admin/article-state-line.tsx";
import { BodyEditor } from "#components/admin/body-editor.tsx";
import { type Checklist, ChecklistPanel } from "#components/admin/checklist.tsx";
import { storedHtml } from "#components/admin/editor-html.ts";
import { TextAreaField } from "#components/admin/fields.tsx";
import { FormContext } from "#components/admin/form-context.ts";
import { useLeaveWarning, useSaveKey } from "#components/admin/leaving.ts";
import type { FormState } from "#lib/form-state.ts";

export type EditedArticle = {
  id: number;
  version: number;
  slug: string;
  title: string;
  summary: string;
  bodyHtml: string;
  categoryId: number;
  cellId: number | null;
  dateline: string;
  number: number;
  live: { id: number; number: number } | null;
  wasLive: boolean;
};

/** What came of a save, with the checklist of the text that was saved. */
export type ArticleFormState = FormState & { checklist?: Checklist };
type ArticleAction = (previous: ArticleFormState, form: FormData) => Promise<ArticleFormState>;

export type Choice = { id: number; name: string };

type Props = {
  action: ArticleAction;
  article?: EditedArticle;
  categories: Choice[];
  cells: Choice[];
  rights: { edit: boolean; publish: boolean };
  /** Of the newest revision. */
  checklist?: Checklist;
  children?: ReactNode;
};

/** The page on which an article is written. What was typed stays whatever the answer is. */
export function ArticleForm({ action, article, categories, cells, rights, checklist, children }: Props) {
  const [state, send, pending] = useActionState(action, {});
  const [begun] = useState(article);
  const [known, setKnown] = useState<FormState["article"]>(article);
  const [edits, setEdits] = useState(0);
  const [savedEdits, setSavedEdits] = useState(0);
  const editor = useRef<Editor>(null);
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef(0);
  const touch = () => setEdits((count) => count + 1);
  const isChanged = edits !== savedEdits;

  useLeaveWarning(isChanged);
  useSaveKey(form);
  useEffect(() => {
    if (!state.article) return;
    setKnown(state.article); // a later refusal does not make us forget it
    setSavedEdits(sent.current);
  }, [state]);
  useEffect(() => {
    if (begun || !state.article || isChanged) return;
    const address = `/quan-tri/bai-viet/${state.article.id}`;
    if (state.error || state.warnings?.length) window.history.replaceState(null, "", address);
    else window.location.replace(address);
  }, [state, begun, isChanged]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    data.set("bodyHtml", (editor.current && storedHtml(editor.current.state.doc)) ?? begun?.bodyHtml ?? "");
    if (data.get("intent") !== "take-down") sent.current = edits;
    startTransition(() => send(data));
  };

  return (
    <form ref={form} className="edit" onSubmit={submit} onInput={touch} noValidate>
      {known && <input type="hidden" name="articleId" value={known.id} />}
      {known && <input type="hidden" name="version" value={known.version} />}
      <FormContext value={{ state, pending }}>
        <ArticleStateLine
          article={article}
          exists={known !== undefined}
          rights={rights}
          isChanged={isChanged}
          pending={pending}
        >
          <Outcome state={state} />
        </ArticleStateLine>
        <div className="work">
          <h1 className="vh">{begun ? "Sửa bài viết" : "Viết bài mới"}</h1>
          <TextAreaField name="title" label="Tên bài" rows={3} className="title" defaultValue={begun?.title} required />
          <TextAreaField
            name="summary"
            label="Tóm tắt"
            optional
            rows={2}
            hint="Một, hai câu: ai, làm gì, khi nào. Hiện ở trang chủ và khi chia sẻ."
            defaultValue={begun?.summary}
          />
          <BodyEditor initial={begun?.bodyHtml ?? ""} editor={editor} onEdit={touch} editable={rights.edit} />
        </div>
        <div className="right">
          {rights.edit && <ChecklistPanel checklist={state.checklist ?? checklist} canPublish={rights.publish} />}
          <ArticleFacts article={begun} categories={categories} cells={cells} />
          {children}
        </div>
      </FormContext>
    </form>
  );
}
