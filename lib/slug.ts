import slugify from "@sindresorhus/slugify";
import { nfc } from "#lib/fold.ts";

const LONGEST = 80;

/** A title as part of an address: no accents, cut at a word, never empty. */
export function slugOf(title: string) {
  const slug = slugify(nfc(title), { decamelize: false });
  if (slug.length <= LONGEST) return slug || "bai";
  const cut = slug.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 0)) || slug.slice(0, LONGEST);
}

/** Whether a part of an address can be a slug at all: what cannot never reaches the database. */
export const isSlug = (text: string) => text.length <= 200 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
