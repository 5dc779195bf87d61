import { type ArticleFields, saySame } from "#components/admin/article-fields.ts";
import type { Theirs, Told } from "#components/admin/autosave-send.ts";

export type SaveState =
  | { kind: "clean" | "typing" | "saving" | "signed-out" }
  /** `kept`: the server has the text, and a form was sent since that made no revision of it. */
  | { kind: "saved" | "kept"; at: string }
  | { kind: "failed"; sentence: string }
  | { kind: "conflict"; theirs: Theirs };

/** Whose text of which article it is, and the revision that it was opened from. */
export type Origin = { userId: number; articleId: number | null; base: number | null };

export type Snapshot = Told & { state: SaveState };

export const CLEAN: Snapshot = { state: { kind: "clean" }, version: null };

/** The fields as they stand in the page. */
export type PageText = {
  /** Makes reading them a matter of a moment, a slice of the text at a time. */
  prepare: () => Promise<unknown>;
  /** Null while the editor opens. */
  read: () => ArticleFields | null;
};

/** What the autosave of one page knows. */
export type Page = {
  sitting: string;
  origin: Origin;
  text: PageText;
  /** What the revision says that saves build on. */
  revision: ArticleFields;
  snapshot: Snapshot;
  listeners: Set<() => void>;
  /** Counted, so that what is typed while a save is under way is not taken for saved. */
  edits: number;
  savedEdits: number;
  saved: ArticleFields | null;
  /** What the save under way, or the one after it, must have. */
  wanted: number;
  flushing: Promise<boolean> | undefined;
  unsavedSince: number;
  sequence: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  keeping: Promise<void> | undefined;
  /** The edits in a form that is on its way: a save on top of the former revision would be a conflict with oneself. */
  held: number | undefined;
};

export function change(page: Page, part: Partial<Snapshot>) {
  page.snapshot = { ...page.snapshot, ...part };
  for (const listener of page.listeners) listener();
}

/** Whether this text is the revision's, the address included. */
export const saysRevision = ({ revision }: Page, text: ArticleFields) =>
  saySame(text, revision) && text.slug === revision.slug;
