import type { ArticleFields } from "#components/admin/article-fields.ts";
import { sendWorkingCopy, type Theirs, type Told } from "#components/admin/autosave-send.ts";
import { dropLocalCopy, keepLocalCopy } from "#components/admin/local-copies.ts";

export type SaveState =
  | { kind: "clean" | "typing" | "saving" | "signed-out" }
  | { kind: "saved"; at: string }
  | { kind: "failed"; sentence: string }
  | { kind: "conflict"; theirs: Theirs };

/** Whose text of which article it is, and the revision that it was opened from. */
export type Origin = { userId: number; articleId: number | null; base: number | null };

export type Snapshot = Told & { state: SaveState };

export const CLEAN: Snapshot = { state: { kind: "clean" }, others: [], version: null };

type Page = {
  sitting: string;
  origin: Origin;
  read: () => ArticleFields | null;
  snapshot: Snapshot;
  listeners: Set<() => void>;
  /** Counted, so that what is typed while a save is under way is not taken for saved. */
  edits: number;
  savedEdits: number;
  unsavedSince: number;
  sequence: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  inFlight: Promise<boolean> | undefined;
  /** A revision is being made: a save on top of the former one would be a conflict with oneself. */
  held: boolean;
};

const PAUSE = 2000;
/** Whoever types without a pause is saved this often. */
const LONGEST = 20_000;
const RETRY = 10_000;

function change(page: Page, part: Partial<Snapshot>) {
  page.snapshot = { ...page.snapshot, ...part };
  for (const listener of page.listeners) listener();
}

const isPaused = ({ snapshot }: Page) => ["conflict", "signed-out"].includes(snapshot.state.kind);

function later(page: Page, wait: number) {
  clearTimeout(page.timer);
  page.timer = setTimeout(() => void flush(page), wait);
}

function touch(page: Page) {
  page.edits += 1;
  page.unsavedSince ||= Date.now();
  if (isPaused(page)) return;
  if (page.snapshot.state.kind !== "typing" && page.inFlight === undefined) change(page, { state: { kind: "typing" } });
  later(page, Math.max(0, Math.min(PAUSE, page.unsavedSince + LONGEST - Date.now())));
}

/** Saves what is not saved yet, one save at a time; true when the server has it. */
async function flush(page: Page): Promise<boolean> {
  clearTimeout(page.timer);
  while (page.inFlight !== undefined) await page.inFlight;
  if (page.edits === page.savedEdits) return true;
  if (page.held) {
    keepHere(page);
    return false;
  }
  page.inFlight = save(page).finally(() => {
    page.inFlight = undefined;
  });
  const kept = await page.inFlight;
  if (kept && page.edits !== page.savedEdits) later(page, PAUSE);
  return kept;
}

async function save(page: Page) {
  const { origin, sitting, edits: sent } = page;
  const fields = page.read();
  if (!fields) return false;
  page.sequence += 1;
  keepLocalCopy(origin, sitting, page.sequence, fields);
  change(page, { state: { kind: "saving" } });
  const { articleId, base } = origin;
  const answer = await sendWorkingCopy({ sitting, articleId, base, sequence: page.sequence, fields });
  if (answer.kind === "saved") noteSaved(page, sent);
  if (answer.kind === "failed") later(page, RETRY);
  const { kind: _, ...told } = answer.kind === "saved" ? answer : { ...page.snapshot, kind: "" };
  change(page, { ...told, state: answer });
  return answer.kind === "saved";
}

function noteSaved(page: Page, sent: number) {
  page.savedEdits = sent;
  page.unsavedSince = page.edits === sent ? 0 : Date.now();
  if (page.edits === sent) dropLocalCopy(page.origin, page.sitting);
}

/** Goes on from another revision; what was typed meanwhile is saved next. */
function rebase(page: Page, from: Partial<Origin>) {
  page.held = false;
  dropLocalCopy(page.origin, page.sitting);
  page.origin = { ...page.origin, ...from };
  if (page.edits === page.savedEdits) change(page, { state: { kind: "clean" } });
  else later(page, PAUSE);
}

/** What the server does not have stays on this machine. */
function keepHere(page: Page) {
  const fields = page.edits === page.savedEdits ? null : page.read();
  if (fields) keepLocalCopy(page.origin, page.sitting, page.sequence + 1, fields);
}

/** Saves what is typed at each pause: each save names the revision that the text was opened from. */
export function createAutosave(origin: Origin, read: () => ArticleFields | null) {
  const page: Page = {
    sitting: crypto.randomUUID(),
    origin,
    read,
    snapshot: CLEAN,
    listeners: new Set(),
    edits: 0,
    savedEdits: 0,
    unsavedSince: 0,
    sequence: 0,
    timer: undefined,
    inFlight: undefined,
    held: false,
  };
  return {
    sitting: page.sitting,
    touch: () => touch(page),
    flush: () => flush(page),
    rebase: (from: Partial<Origin>) => rebase(page, from),
    leave: () => keepHere(page),
    read: () => page.snapshot,
    subscribe(listener: () => void) {
      page.listeners.add(listener);
      return () => void page.listeners.delete(listener);
    },
    hold() {
      clearTimeout(page.timer);
      page.held = true;
    },
    /** Gives the server a copy even when nothing was typed, for the preview. */
    keep() {
      if (page.edits === page.savedEdits) page.edits += 1;
      return flush(page);
    },
    /** After a conflict: what stands in the page now came from elsewhere, and is not to be saved. */
    settle({ version = null, ...from }: Partial<Origin> & { version?: number | null }) {
      page.savedEdits = page.edits;
      page.unsavedSince = 0;
      page.snapshot = { ...CLEAN, version };
      rebase(page, from);
    },
    resume() {
      change(page, { state: { kind: "typing" } });
      return flush(page);
    },
  };
}

export type Autosave = ReturnType<typeof createAutosave>;
