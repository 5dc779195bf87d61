import type { Editor } from "@tiptap/react";
import { showSize } from "#components/admin/file-size.ts";

/** A file of the library that an article links to. */
export type Attachment = { url: string; name: string; bytes: number };

const KINDS: Record<string, string> = {
  pdf: "PDF",
  doc: "Word",
  docx: "Word",
  xls: "Excel",
  xlsx: "Excel",
  ppt: "PowerPoint",
  pptx: "PowerPoint",
};

export const ATTACHED = Object.keys(KINDS)
  .map((extension) => `.${extension}`)
  .join(",");

/** PDF, 240 KB */
export const describeFile = ({ url, bytes }: Omit<Attachment, "name">) =>
  [KINDS[/\.(?<extension>[a-z]+)(?:\?|$)/.exec(url)?.groups?.["extension"] ?? ""], showSize(bytes)]
    .filter(Boolean)
    .join(", ");

/** What a reader presses: Kế hoạch quý IV (PDF, 240 KB). */
export const attachmentText = (file: Attachment) =>
  `${file.name.replace(/\.[a-z0-9]{1,5}$/i, "").trim()} (${describeFile(file)})`;

/** A link to the file after what is selected; what is typed next is outside of it. */
export function insertAttachment(editor: Editor, file: Attachment) {
  const href = file.url.split("?")[0];
  const link = { type: "text", text: attachmentText(file), marks: [{ type: "link", attrs: { href } }] };
  editor
    .chain()
    .focus()
    .insertContentAt(editor.state.selection.to, link)
    .command(({ tr }) => Boolean(tr.setStoredMarks([])))
    .run();
}
