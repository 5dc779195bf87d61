"use server";

import { redirect } from "next/navigation";
import { type FormState, toFormState } from "#lib/form-state.ts";
import { setUpSite } from "#lib/site/mutations.ts";

export async function setUpSiteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return toFormState(async () => {
    await setUpSite(Object.fromEntries(form));
    redirect("/quan-tri/dang-nhap?moi");
  });
}
