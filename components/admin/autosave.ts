import { type ArticleFields, saySame } from "#components/admin/article-fields.ts";
import { CLEAN, change, type Origin, type Page, type PageText, saysRevision } from "#components/admin/autosave-page.ts";
import { sendWorkingCopy, type Theirs } from "#components/admin/autosave-send.ts";
import { keepNow, keepSoon } from "#components/admin/keeping-here.ts";
import { dropLocalCopy } from "#components/admin/local-copies.ts";
import { askToSignIn } from "#components/admin/session-end.ts";

const PAUSE = 2000;
/** Whoever types without a pause is saved this often. */
const LONGEST = 20_000;
const RETRY = 10_000;

const isPaused = ({ snapshot, held }: Page) =>
  held !== undefined || ["conflict", "signed-out"].includes(snapshot.state.kind);

function later(page: Page, wait: number) {
  clearTimeout(page.timer);
  page.timer = setTimeout(() => void flush(page), wait);
}

function touch(page: Page) {
  page.edits += 1;
  page.unsavedSince ||= Date.now();
  keepSoon(page);
  if (isPaused(page)) return;
  if (page.snapshot.state.kind !== "typing" && !page.flushing) change(page, { state: { kind: "typing" } });
  later(page, Math.max(0, Math.min(PAUSE, page.unsavedSince + LONGEST - Date.now())));
}

/** Saves what was typed until now, by one save after another, for all who ask meanwhile; true when the server has it. */
function flush(page: Page): Promise<boolean> {
  clearTimeout(page.timer);
  if (page.held !== undefined) return Promise.resolve(page.edits === page.savedEdits);
  page.wanted = page.edits;
  page.flushing ??= saveWanted(page).finally(() => {
    page.flushing = undefined;
  });
  return page.flushing;
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

async function saveWanted(page: Page) {
  while (page.savedEdits < page.wanted) if (!(await save(page))) return false;
  if (page.edits !== page.savedEdits) later(page, PAUSE);
  return true;
}

async function save(page: Page) {
  await page.text.prepare();
  const fields = page.text.read();
  if (!fields) {
    later(page, PAUSE);
    return false;
  }
  const sent = page.edits;
  page.unsavedSince = Date.now();
  page.sequence += 1;
  change(page, { state: { kind: "saving" } });
  const { sitting, sequence } = page;
  const { articleId, base } = page.origin;
  await nextTask(); // keys are answered between drawing the page and sending a long text
  const answer = await sendWorkingCopy({ sitting, articleId, base, sequence, fields });
  if (answer.kind === "conflict" && adopts(page, answer.theirs)) return true; // and is saved on top of it
  if (answer.kind === "saved") noteSaved(page, sent, fields);
  if (answer.kind === "failed") later(page, RETRY);
  if (answer.kind === "signed-out") void askToSignIn().then(() => resume(page));
  const { kind: _, ...told } = answer.kind === "saved" ? answer : { ...page.snapshot, kind: "" };
  change(page, { ...told, state: answer });
  return answer.kind === "saved";
}

function noteSaved(page: Page, sent: number, fields: ArticleFields) {
  page.savedEdits = sent;
  page.saved = fields;
  if (page.edits !== sent) return;
  page.unsavedSince = 0;
  void dropLocalCopy(page.sitting);
}

/** A newer revision that says what this page saved last is its own: only the answer to the form that made it was lost. */
function adopts(page: Page, { id, version, fields }: Theirs) {
  if (!page.saved || page.origin.base === id || !saySame(page.saved, fields)) return false;
  page.origin = { ...page.origin, base: id };
  page.revision = fields;
  change(page, { version });
  return true;
}

/** Stops saving while a form is sent. Answers the text to send with it once the server has it; null when it has not, or another form is on its way. */
async function hold(page: Page) {
  if (!(await flush(page)) || page.held !== undefined) return null;
  const fields = page.edits === page.savedEdits ? page.text.read() : page.saved;
  clearTimeout(page.timer);
  page.held = page.savedEdits;
  return fields;
}

/** After the form: with `revised` its text is in that revision, and saving goes on from there. */
function goOn(page: Page, revised?: Partial<Origin>) {
  if (revised) {
    page.savedEdits = Math.max(page.savedEdits, page.held ?? 0);
    page.revision = page.saved ?? page.revision;
    page.origin = { ...page.origin, ...revised };
  }
  page.held = undefined;
  if (page.edits !== page.savedEdits) return goOnSaving(page, revised !== undefined);
  void dropLocalCopy(page.sitting);
  const { state } = page.snapshot;
  if (revised) change(page, { state: { kind: "clean" } });
  else if (state.kind === "saved" && page.saved && !saysRevision(page, page.saved))
    change(page, { state: { kind: "kept", at: state.at } });
}

function goOnSaving(page: Page, isRevised: boolean) {
  if (isRevised) change(page, { state: { kind: "typing" } });
  if (!isPaused(page)) later(page, PAUSE);
}

function resume(page: Page) {
  change(page, { state: { kind: "typing" } });
  return flush(page);
}

/** What stands in the page is from now on somebody else's revision. What stood there stays where it was kept. */
function startFrom(page: Page, { id, version, fields }: Theirs) {
  Object.assign(page, { sitting: crypto.randomUUID(), sequence: 0, saved: null, revision: fields, unsavedSince: 0 });
  page.savedEdits = page.edits;
  page.origin = { ...page.origin, base: id };
  change(page, { ...CLEAN, version });
}

/** Saves what is typed at each pause: each save names the revision that the text was opened from. */
export function createAutosave(origin: Origin, opened: ArticleFields, text: PageText) {
  const page: Page = {
    ...{ sitting: crypto.randomUUID() as string, origin, text, revision: opened, snapshot: CLEAN },
    ...{ listeners: new Set(), edits: 0, savedEdits: 0, saved: null, wanted: 0, unsavedSince: 0, sequence: 0 },
    ...{ flushing: undefined, timer: undefined, keeping: undefined, held: undefined },
  };
  return {
    sitting: () => page.sitting,
    touch: () => touch(page),
    flush: () => flush(page),
    hold: () => hold(page),
    /** The same for a text that becomes an article of its own: that the server has it is not asked. */
    holdApart() {
      page.saved = page.text.read();
      page.held = page.edits;
      return page.saved;
    },
    goOn: (revised?: Partial<Origin>) => goOn(page, revised),
    startFrom: (theirs: Theirs) => startFrom(page, theirs),
    keepHere: () => keepNow(page),
    /** Asks the server even when nothing was typed: it then has a copy to show, and says what others did meanwhile. */
    check() {
      if (page.edits === page.savedEdits) page.edits += 1;
      return flush(page);
    },
    read: () => page.snapshot,
    subscribe(listener: () => void) {
      page.listeners.add(listener);
      return () => void page.listeners.delete(listener);
    },
  };
}

export type Autosave = ReturnType<typeof createAutosave>;
