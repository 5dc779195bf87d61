"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor, requireFreshActor } from "#lib/auth/current.ts";
import { type FormState, keepingTyped } from "#lib/form-state.ts";
import { moderateComment } from "#lib/polls/moderation.ts";
import { closePollNow, correctPoll, createPoll, editPoll, editSettings, openPollNow } from "#lib/polls/running.ts";
import { setAsideBallots } from "#lib/polls/set-aside.ts";
import { sheetsOf } from "#lib/polls/slip-sheets.ts";
import { issueSlips, replaceSlip } from "#lib/polls/slips.ts";

const fieldsOf = (form: FormData) => ({ ...Object.fromEntries(form), categoryIds: form.getAll("categoryIds") });

const pageOf = (id: unknown, done: string) => `/quan-tri/tham-do/${id}?xong=${done}`;

export async function createPollAction(_previous: FormState, form: FormData): Promise<FormState> {
  return keepingTyped(form, async () => {
    const { id } = await createPoll(await requireActor(), fieldsOf(form));
    redirect(pageOf(id, "lap"));
  });
}

/** The form of a poll that has ballots does not ask for the question any more. */
export async function editPollAction(_previous: FormState, form: FormData): Promise<FormState> {
  return keepingTyped(form, async () => {
    const edit = form.has("question") ? editPoll : editSettings;
    const { id } = await edit(await requireActor(), fieldsOf(form));
    redirect(pageOf(id, "luu"));
  });
}

export async function openPollAction(_previous: FormState, form: FormData): Promise<FormState> {
  return keepingTyped(form, async () => {
    await openPollNow(await requireActor(), Object.fromEntries(form));
    redirect(pageOf(form.get("pollId"), "mo"));
  });
}

export async function closePollAction(_previous: FormState, form: FormData): Promise<FormState> {
  return keepingTyped(form, async () => {
    const isSealed = await closePollNow(await requireActor(), Object.fromEntries(form));
    redirect(pageOf(form.get("pollId"), isSealed ? "dong" : "dong-cho"));
  });
}

export async function correctPollAction(_previous: FormState, form: FormData): Promise<FormState> {
  return keepingTyped(form, async () => {
    const { id } = await correctPoll(await requireActor(), fieldsOf(form));
    redirect(pageOf(id, "thay"));
  });
}

/** Answers with the codes: they are shown in this answer and never again. */
export async function issueSlipsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await keepingTyped(form, async () => {
    const { poll, issued } = await issueSlips(await requireActor(), Object.fromEntries(form));
    return { done: "Đã phát phiếu.", sheets: sheetsOf(poll.slug, issued) };
  });
  refresh();
  return state;
}

export async function replaceSlipAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await keepingTyped(form, async () => {
    const { poll, issued } = await replaceSlip(await requireActor(), Object.fromEntries(form));
    return { done: "Đã hủy phiếu cũ và phát phiếu thay.", sheets: sheetsOf(poll.slug, issued) };
  });
  refresh();
  return state;
}

export async function moderateCommentAction(_previous: FormState, form: FormData): Promise<FormState> {
  return keepingTyped(form, async () => {
    const { pollId } = await moderateComment(await requireActor(), Object.fromEntries(form));
    redirect(`/quan-tri/tham-do/${pollId}/y-kien?xong=duyet`);
  });
}

export async function setAsideAction(_previous: FormState, form: FormData): Promise<FormState> {
  return keepingTyped(form, async () => {
    const { pollId } = await setAsideBallots(await requireFreshActor(), Object.fromEntries(form));
    redirect(`/quan-tri/tham-do/${pollId}/bat-thuong?xong=rieng`);
  });
}
