"use server";

import { refresh } from "next/cache";
import { moveArticles } from "#lib/articles/bulk.ts";
import { requireActor } from "#lib/auth/current.ts";
import { type FormState, keepingTyped } from "#lib/form-state.ts";
import { sayMoved } from "./said.ts";

/** One move for the ticked articles of a list, or for all that the page showed. */
export async function moveArticlesAction(_previous: FormState, form: FormData): Promise<FormState> {
  return keepingTyped(form, async () => {
    const moved = await moveArticles(await requireActor(), {
      move: form.get("move"),
      chosen: form.getAll(form.has("ca-trang") ? "tren-trang" : "bai"),
      categoryId: form.get("categoryId"),
    });
    refresh();
    return sayMoved(moved);
  });
}
