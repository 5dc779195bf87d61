"use server";

import { refresh } from "next/cache";
import { resolveComment, writeComment } from "#lib/articles/comments.ts";
import { requireActor } from "#lib/auth/current.ts";
import { type FormState, keepingTyped, toFormState } from "#lib/form-state.ts";

export async function writeCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  return keepingTyped(form, async () => {
    await writeComment(await requireActor(), Object.fromEntries(form));
    refresh();
    return { done: "Đã gửi góp ý." };
  });
}

export async function resolveCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  return toFormState(async () => {
    await resolveComment(await requireActor(), Object.fromEntries(form));
    refresh();
    return {};
  });
}
