import type { Editor } from "@tiptap/react";
import { storedHtml } from "#components/admin/editor-html.ts";
import type { ImportedArticle } from "#components/admin/word-upload.ts";

const NAMES = ["title", "summary", "categoryId", "cellId", "dateline", "slug"] as const;

/** What an editor writes of an article, as the form holds it. */
export type ArticleFields = Record<(typeof NAMES)[number] | "bodyHtml", string>;

/** Whether what was typed in is one of the article's own fields: a note to its writer or an hour is no text of the article. */
export const isOwnField = (target: EventTarget) =>
  "name" in target && NAMES.some((name) => name === (target as { name: unknown }).name);

/** Whether two texts say the same. The address is not compared: it belongs to the article, whatever its text. */
export const saySame = (one: ArticleFields, other: ArticleFields) =>
  NAMES.every((name) => name === "slug" || one[name] === other[name]) &&
  closed(one.bodyHtml) === closed(other.bodyHtml);

const closed = (html: string) => html.replace(/\s*\/>/g, ">");

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const controlOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as Control | null;

export const readFields = (form: HTMLFormElement, editor: Editor) =>
  Object.fromEntries([
    ...NAMES.map((name) => [name, controlOf(form, name)?.value ?? ""]),
    ["bodyHtml", storedHtml(editor.state.doc)],
  ]) as ArticleFields;

/** What is said with one move, and must not be said again with the next. */
const SAID_ONCE = ["changeNote", "override", "note", "notice"];

export function forgetSaid(form: HTMLFormElement) {
  for (const name of SAID_ONCE) {
    const control = controlOf(form, name);
    if (control) control.value = "";
  }
}

/** Puts fields into the form and the text into the editor; undo brings the former text back. */
export function writeFields(form: HTMLFormElement, editor: Editor, { bodyHtml, ...fields }: Partial<ArticleFields>) {
  for (const [name, value] of Object.entries(fields)) {
    const control = controlOf(form, name);
    if (!control) continue;
    control.value = value;
    control.dispatchEvent(new Event("input")); // for the control alone: nobody has typed
  }
  if (bodyHtml !== undefined) editor.commands.setContent(bodyHtml, { parseOptions: { preserveWhitespace: true } });
}

/** An imported article into the form: in place of what is there, or at the cursor. */
export function takeImported(
  form: HTMLFormElement,
  editor: Editor,
  { title, html, headingBlock }: ImportedArticle,
  { replace, source }: { replace: boolean; source: boolean },
) {
  const bodyHtml = html + (source && headingBlock ? sourceLine(headingBlock) : "");
  const [year, month, day] = headingBlock?.date.split("-") ?? [];
  const said = { title, dateline: year ? `${day}/${month}/${year}` : "" };
  if (!replace) {
    writeFields(form, editor, wordsToFill(form, said));
    return editor.chain().focus().insertContent(bodyHtml).run();
  }
  writeFields(form, editor, { bodyHtml, ...wordsToTake(form, said) });
  taken.set(form, said);
  editor.commands.focus();
}

type Said = Pick<ArticleFields, "title" | "dateline">;
const SAID = ["title", "dateline"] as const;

/** What the Word file that was taken last said of itself. */
const taken = new WeakMap<HTMLFormElement, Said>();

/** A file that comes to a text says only what nobody has said yet. */
const wordsToFill = (form: HTMLFormElement, said: Said) =>
  Object.fromEntries(SAID.filter((name) => !controlOf(form, name)?.value).map((name) => [name, said[name]]));

/** What a file says takes the place of anything; what it does not say empties only what the file before it brought. */
function wordsToTake(form: HTMLFormElement, said: Said) {
  const before = taken.get(form);
  const isTaken = (name: keyof Said) => said[name] || controlOf(form, name)?.value === before?.[name];
  return Object.fromEntries(SAID.filter(isTaken).map((name) => [name, said[name]]));
}

function sourceLine({ type, number, date, organ, signerTitle, signer }: NonNullable<ImportedArticle["headingBlock"]>) {
  const [year, month, day] = date.split("-");
  const named = [
    type || "Văn bản",
    number && `số ${number}`,
    year && `ngày ${day}/${month}/${year}`,
    organ && `của ${organ}`,
  ];
  const signed = signer && `, ${[signerTitle, signer].filter(Boolean).join(" ")} ký`;
  const line = document.createElement("p");
  line.className = "phai";
  line.textContent = `Nguồn: ${named.filter(Boolean).join(" ")}${signed}.`;
  return line.outerHTML;
}
