import type { ArticleFields } from "#components/admin/article-fields.ts";
import type { Origin } from "#components/admin/autosave.ts";

/** Text that may not be in a revision: on this machine, or kept by the server. */
export type Copy = { sitting: string; base: number | null; sequence: number; savedAt: string; fields: ArticleFields };

const placeOf = ({ userId, articleId }: Omit<Origin, "base">) => `ban-dang-sua:${userId}:${articleId ?? "moi"}:`;

/** Keeps text on this machine until the server has it. A browser without room or without leave has none. */
export function keepLocalCopy(origin: Origin, sitting: string, sequence: number, fields: ArticleFields) {
  const copy: Copy = { sitting, base: origin.base, sequence, savedAt: new Date().toISOString(), fields };
  try {
    localStorage.setItem(placeOf(origin) + sitting, JSON.stringify(copy));
  } catch {
    // the server's copy is the one that counts
  }
}

export const dropLocalCopy = (origin: Omit<Origin, "base">, sitting: string) => {
  try {
    localStorage.removeItem(placeOf(origin) + sitting);
  } catch {
    // as above
  }
};

/** What was left here by this person for this article. */
export function listLocalCopies(origin: Omit<Origin, "base">): Copy[] {
  try {
    return Object.entries(localStorage)
      .filter(([key]) => key.startsWith(placeOf(origin)))
      .map(([, text]) => JSON.parse(String(text)) as Copy);
  } catch {
    return [];
  }
}
