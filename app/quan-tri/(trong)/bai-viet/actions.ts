"use server";

import { refresh } from "next/cache";
import type { ArticleFormState } from "#components/admin/article-form.tsx";
import type { UserActor } from "#lib/actor.ts";
import { getHeadText } from "#lib/articles/editing.ts";
import { createArticle, publishArticle, saveRevision, takeDownArticle } from "#lib/articles/mutations.ts";
import { checkText } from "#lib/articles/readiness.ts";
import { requireActor } from "#lib/auth/current.ts";
import { type FormState, toFormState } from "#lib/form-state.ts";

/** The one form of an article: `intent` is the button that was pressed. */
export async function saveArticleAction(_previous: ArticleFormState, form: FormData): Promise<ArticleFormState> {
  const input = Object.fromEntries(form);
  const state = await toFormState(async () => {
    const actor = await requireActor();
    if (input["intent"] === "take-down") return takeDown(actor, input);
    const saved = await save(actor, input);
    return input["intent"] === "publish" ? { ...saved, ...(await publish(actor, saved, input)) } : saved;
  });
  refresh();
  const text = state.article && (await getHeadText(state.article.id));
  return text ? { ...state, checklist: await checkText(text) } : state;
}

type Saved = FormState & { article: { id: number; version: number } };

async function save(actor: UserActor, input: Record<string, unknown>): Promise<Saved> {
  const { id, version, warnings } = await (input["articleId"]
    ? saveRevision(actor, input)
    : createArticle(actor, input));
  return { done: "Đã lưu bản nháp.", warnings, article: { id, version } };
}

/** A refusal here does not undo what was saved: its version is passed on. */
function publish(actor: UserActor, { article }: Saved, { override }: Record<string, unknown>) {
  return toFormState(async () => {
    const { version } = await publishArticle(actor, { articleId: article.id, version: article.version, override });
    return { done: "Đã đăng. Công chúng đang xem bản này.", article: { id: article.id, version } };
  });
}

async function takeDown(actor: UserActor, input: Record<string, unknown>): Promise<FormState> {
  const { id, version } = await takeDownArticle(actor, input);
  return { done: "Đã gỡ bài. Người đọc không còn thấy bài này.", article: { id, version } };
}
