"use server";

import { refresh } from "next/cache";
import type { ArticleFormState } from "#components/admin/article-form.tsx";
import type { PreviewLinkState } from "#components/admin/preview-link.tsx";
import type { UserActor } from "#lib/actor.ts";
import { getHeadText } from "#lib/articles/editing.ts";
import { createArticle, saveRevision } from "#lib/articles/mutations.ts";
import { createPreviewLink, revokePreviewLinks } from "#lib/articles/preview-links.ts";
import { checkText } from "#lib/articles/readiness.ts";
import { dropWorkingCopy } from "#lib/articles/working-copies.ts";
import { requireActor } from "#lib/auth/current.ts";
import { type FormState, toFormState } from "#lib/form-state.ts";
import { afterSaving, withoutSaving } from "./moves.ts";

/** The one form of an article: `intent` is the button that was pressed. */
export async function saveArticleAction(_previous: ArticleFormState, form: FormData): Promise<ArticleFormState> {
  const input = Object.fromEntries(form);
  const move = withoutSaving(input["intent"]);
  const state = await toFormState(async () => {
    const actor = await requireActor();
    if (move) return move(actor, input);
    const saved = await save(actor, input);
    await dropWorkingCopy(actor, input); // its text is in a revision now
    return { ...saved, ...(await moveSaved(actor, saved, input)) };
  });
  if (state.refused === "unauthenticated") return state; // read again, the page would send them away from their text
  refresh();
  const text = state.article && (await getHeadText(state.article.id));
  if (!text) return state;
  return { ...state, checklist: await checkText(text), ...(!move && { base: text.id }) };
}

/** Makes a link for people without an account, or ends them all. */
export async function previewLinkAction(articleId: number, what: "make" | "revoke"): Promise<PreviewLinkState> {
  let path: string | undefined;
  const state = await toFormState(async () => {
    const actor = await requireActor();
    if (what === "make") {
      ({ path } = await createPreviewLink(actor, { articleId }));
      return {};
    }
    const { count } = await revokePreviewLinks(actor, { articleId });
    return { done: `Đã hủy ${count} đường dẫn. Ai mở lại sẽ không thấy gì nữa.` };
  });
  return { ...state, ...(path && { path }) };
}

type Saved = FormState & { article: { id: number; version: number } };

async function save(actor: UserActor, input: Record<string, unknown>): Promise<Saved> {
  const { id, version, warnings } = await (input["articleId"]
    ? saveRevision(actor, input)
    : createArticle(actor, input));
  return { done: "Đã lưu bản nháp.", warnings, article: { id, version } };
}

/** A refusal here does not undo what was saved: its version is passed on. */
async function moveSaved(actor: UserActor, { article }: Saved, input: Record<string, unknown>) {
  const move = afterSaving(input["intent"]);
  if (!move) return {};
  return toFormState(() => move(actor, { ...input, articleId: article.id, version: article.version }));
}
