"use server";

import { redirect } from "next/navigation";
import { restoreRevision } from "#lib/articles/history.ts";
import { requireActor } from "#lib/auth/current.ts";
import { type FormState, toFormState } from "#lib/form-state.ts";

/** The new revision is shown beside the one before it. */
export async function restoreRevisionAction(_previous: FormState, form: FormData): Promise<FormState> {
  return toFormState(async () => {
    const { id, number } = await restoreRevision(await requireActor(), Object.fromEntries(form));
    return redirect(
      `/quan-tri/bai-viet/${id}/lich-su?cu=${number - 1}&moi=${number}&xong=${Number(form.get("number"))}`,
    );
  });
}
