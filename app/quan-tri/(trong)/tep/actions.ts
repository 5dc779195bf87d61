"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor } from "#lib/auth/current.ts";
import { type FormState, toFormState } from "#lib/form-state.ts";
import { deleteMedia, describeMedia } from "#lib/media/mutations.ts";

export async function describeMediaAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await toFormState(async () => {
    await describeMedia(await requireActor(), Object.fromEntries(form));
    return { done: "Đã lưu thông tin của tệp." };
  });
  refresh();
  return state;
}

export async function deleteMediaAction(_previous: FormState, form: FormData): Promise<FormState> {
  return toFormState(async () => {
    await deleteMedia(await requireActor(), Object.fromEntries(form));
    redirect("/quan-tri/tep");
  });
}
