"use client";

import type { Editor } from "@tiptap/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import {
  type ArticleFields,
  forgetSaid,
  isOwnField,
  readFields,
  writeFields,
} from "#components/admin/article-fields.ts";
import type { ArticleFormProps, ArticleFormState } from "#components/admin/article-form.tsx";
import type { Autosave } from "#components/admin/autosave.ts";
import type { Theirs } from "#components/admin/autosave-send.ts";
import { prepareHtml } from "#components/admin/editor-html.ts";
import { useArticleKeys, useLeaveWarning } from "#components/admin/leaving.ts";
import type { Copy } from "#components/admin/local-copies.ts";
import { dropCopy } from "#components/admin/recovery.tsx";
import { useAutosave } from "#components/admin/use-autosave.ts";
import { useSending } from "#components/admin/use-sending.ts";

type Props = Pick<ArticleFormProps, "action" | "userId" | "article" | "fields" | "checklist" | "others" | "rights">;

/** What the page on which an article is written does: save at pauses, send, and never lose a word. */
export function useArticleForm({ action, userId, article, fields, checklist, others, rights }: Props) {
  const { state, send, pending } = useSending<ArticleFormState>(action, {});
  const [opened] = useState(fields);
  const [origin] = useState({ userId, articleId: article?.id ?? null, base: article?.base ?? null });
  const editor = useRef<Editor>(null);
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<FormDataEntryValue>(null);
  const read = () => (form.current && editor.current ? readFields(form.current, editor.current) : null);
  const prepare = async () => editor.current && prepareHtml(editor.current.state.doc);
  const { autosave, state: saving, ...told } = useAutosave(origin, opened, { read, prepare });
  const isChanged = !["clean", "saved", "kept"].includes(saving.kind);
  const known = useKnown(article, told.version, state);

  useLeaveWarning(isChanged);
  useArticleKeys(form);
  useOpenNew(state, origin.articleId, isChanged);
  useEffect(() => {
    const { done, article: saved, base } = state;
    autosave.goOn(done && saved && base ? { articleId: saved.id, base } : undefined);
    if (done && !state.error && sent.current !== "save" && form.current) forgetSaid(form.current);
  }, [state, autosave]);
  useOvertaken(state, rights.edit, autosave);

  function write(fresh: Partial<ArticleFields>) {
    if (form.current && editor.current) writeFields(form.current, editor.current, fresh);
  }
  function post(data: FormData, fields: Partial<ArticleFields>) {
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    data.set("sitting", autosave.sitting());
    sent.current = data.get("intent");
    send(data);
  }
  /** Sends once the server has every word: whatever then happens on the way, nothing is lost. Why not stands in the save line. */
  async function sendWhenKept(data: FormData) {
    const held = await autosave.hold();
    if (held) post(data, held);
  }

  return {
    ...{ form, editor, opened, origin, known, autosave, saving, state, pending, read },
    checklist: told.checklist ?? state.checklist ?? checklist,
    others: told.others ?? others,
    touch: autosave.touch,
    input(event: FormEvent<HTMLFormElement>) {
      if (isOwnField(event.target)) autosave.touch();
    },
    submit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault();
      const { submitter } = event.nativeEvent as SubmitEvent;
      if (!pending) void sendWhenKept(new FormData(event.currentTarget, submitter));
    },
    /** What was left goes on in this page, and is given up where it was once the server has it from here. */
    async recover(copy: Copy) {
      write(copy.fields);
      autosave.touch();
      if (await autosave.flush()) dropCopy(copy);
    },
    /** Mine goes on as an article of its own; theirs stays as it is. */
    keepMineApart() {
      const mine = autosave.holdApart();
      const data = new FormData();
      data.set("intent", "save");
      if (mine) post(data, { ...mine, title: `${mine.title} (bản của tôi)`, slug: "" });
    },
    /** What I typed stays on this machine, to be offered when the page is opened again. */
    takeTheirs(theirs: Theirs) {
      void autosave.keepHere();
      write(theirs.fields);
      autosave.startFrom(theirs);
    },
  };
}

/** The article that exists by now and the version that the next save builds on: a refusal does not make us forget it, and the scheduler may move it. */
function useKnown(article: ArticleFormProps["article"], version: number | null, state: ArticleFormState) {
  const [known, setKnown] = useState<{ id: number; version: number } | undefined>(article);
  useEffect(() => {
    if (version !== null) setKnown((before) => before && { ...before, version });
  }, [version]);
  useEffect(() => {
    if (state.article) setKnown(state.article);
  }, [state]);
  return known;
}

/** A form that was refused because of a newer revision: asking the server opens the dialog with it. */
function useOvertaken(state: ArticleFormState, mayEdit: boolean, autosave: Autosave) {
  useEffect(() => {
    if (state.refused === "conflict" && !state.done && mayEdit) void autosave.check();
  }, [state, mayEdit, autosave]);
}

/** An article that was saved for the first time has a page of its own. */
function useOpenNew({ article, error, warnings }: ArticleFormState, openedId: number | null, isChanged: boolean) {
  useEffect(() => {
    if (!article || article.id === openedId || isChanged) return;
    const address = `/quan-tri/bai-viet/${article.id}`;
    if (error || warnings?.length) window.history.replaceState(null, "", address);
    else window.location.replace(address);
  }, [article, error, warnings, openedId, isChanged]);
}
