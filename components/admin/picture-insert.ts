import { NodeSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import { type UploadedMedia, uploadMedia } from "#components/admin/media-upload.ts";

/** What is said of one use of a picture. An empty `alt` is a forgotten one unless the picture is decoration. */
export type PictureWords = { alt: string; decorative: boolean; caption: string };

const said = ({ alt, decorative }: PictureWords) =>
  decorative ? { alt: "", role: "presentation" } : { alt: alt.trim(), role: null };

/** A picture of the library as a figure at the cursor; writing goes on below it. */
export function insertPicture(editor: Editor, { url, width, height }: UploadedMedia, words: PictureWords) {
  const picture = { type: "figurePicture", attrs: { src: url, width, height, ...said(words) } };
  editor
    .chain()
    .focus()
    .insertContent([{ type: "figure", content: [picture, ...captionOf(words)] }, { type: "paragraph" }])
    .run();
}

const captionOf = ({ caption }: PictureWords) =>
  caption.trim() ? [{ type: "figcaption", content: [{ type: "text", text: caption.trim() }] }] : [];

/** The picture that is selected, with what is said of it. */
export function selectedPicture({ state: { selection } }: Editor) {
  if (!(selection instanceof NodeSelection) || !["image", "figurePicture"].includes(selection.node.type.name))
    return null;
  const { node, $from } = selection;
  const figure = node.type.name === "figurePicture" ? $from.parent : null;
  return {
    src: String(node.attrs["src"] ?? ""),
    hasCaption: figure?.lastChild?.type.name === "figcaption",
    inFigure: figure !== null,
    words: { alt: String(node.attrs["alt"] ?? ""), decorative: node.attrs["role"] === "presentation", caption: "" },
  };
}

/** Says it of the selected picture; a caption that is there already is changed in the text itself. */
export function describePicture(editor: Editor, words: PictureWords) {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return;
  const { $from, node, from } = selection;
  const chain = editor.chain().command(({ tr }) => {
    tr.setNodeMarkup(from, undefined, { ...node.attrs, ...said(words) });
    return true;
  });
  if (node.type.name === "figurePicture" && words.caption.trim()) chain.insertContentAt($from.end(), captionOf(words));
  chain.focus().run();
}

export const removePicture = (editor: Editor) =>
  selectedPicture(editor)?.inFigure
    ? editor.chain().focus().deleteNode("figure").run()
    : editor.chain().focus().deleteSelection().run();

/** Pictures that came along inside pasted text go to the library; those that it refuses leave the text with its sentence. */
export async function storePastedPictures(editor: Editor) {
  const refusals: string[] = [];
  for (const src of pastedPictures(editor)) {
    const file = fileOf(src);
    try {
      if (!file) throw new Error("Có một ảnh dán vào không đọc được.");
      const { url, width, height } = await uploadMedia(file);
      replacePicture(editor, src, { src: url, width, height });
    } catch (error) {
      refusals.push(error instanceof Error ? error.message : String(error));
      replacePicture(editor, src, null);
    }
  }
  return refusals;
}

function pastedPictures(editor: Editor) {
  const found = new Set<string>();
  editor.state.doc.descendants((node) => {
    const src: unknown = node.attrs["src"];
    if (typeof src === "string" && src.startsWith("data:")) found.add(src);
  });
  return found;
}

/** A content policy that keeps the page from asking elsewhere keeps it from fetching `data:` as well. */
function fileOf(src: string) {
  const { type = "", data = "" } = /^data:(?<type>image\/[\w.+-]+);base64,(?<data>[\w+/=\s]+)$/.exec(src)?.groups ?? {};
  if (!data) return undefined;
  const bytes = Uint8Array.from(atob(data.replace(/\s/g, "")), (letter) => letter.charCodeAt(0));
  return new File([bytes], `anh-dan-vao.${type.split("/")[1]}`, { type });
}

function replacePicture(editor: Editor, src: string, attributes: object | null) {
  const places: number[] = [];
  editor.state.doc.descendants((node, at) => {
    if (node.attrs["src"] === src) places.push(at);
  });
  const { tr } = editor.state;
  for (const at of places.reverse()) {
    const node = tr.doc.nodeAt(at);
    if (node && attributes) tr.setNodeMarkup(at, undefined, { ...node.attrs, ...attributes });
    else if (node) tr.delete(at, at + node.nodeSize);
  }
  editor.view.dispatch(tr);
}
