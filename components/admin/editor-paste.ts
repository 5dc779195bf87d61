import { Slice } from "@tiptap/pm/model";
import { Selection } from "@tiptap/pm/state";
import type { EditorProps } from "@tiptap/pm/view";
import { tidyHtml } from "#lib/html-tidy.ts";
import { preparePaste } from "#lib/importers/paste.ts";

type Hooks = {
  onFiles: (files: File[]) => void;
  /** Pictures inside the pasted text wait to be stored. */
  onInlinePictures: () => void;
  onSay: (sentences: string[]) => void;
};

const filesIn = (data: DataTransfer | null) => [...(data?.files ?? [])];

/** What the clipboard and dropped files bring, with its meaning said in plain HTML. */
export const pasting = ({ onFiles, onInlinePictures, onSay }: Hooks): EditorProps => ({
  transformPastedHTML(html) {
    if (html.includes("data-pm-slice")) return html; // the editor's own
    const { html: plain, warnings, inlinePictures } = preparePaste(html);
    onSay(warnings);
    if (inlinePictures > 0) setTimeout(onInlinePictures); // once they are in the text
    return inOwnWords(plain);
  },
  /** One paragraph alone would give its words to the empty one at the cursor, and lose how it is aligned. */
  transformPasted(slice, { state }) {
    const isAlone = slice.content.childCount === 1 && slice.content.firstChild?.attrs["textAlign"];
    const { $from, empty } = state.selection;
    return isAlone && empty && $from.parent.content.size === 0 ? new Slice(slice.content, 0, 0) : slice;
  },
  handlePaste(_view, { clipboardData }) {
    const files = filesIn(clipboardData);
    // Office programs put a picture of the text beside the text itself.
    if (files.length === 0 || clipboardData?.getData("text/plain").trim()) return false;
    onFiles(files);
    return true;
  },
  handleDrop(view, { dataTransfer, clientX, clientY }) {
    const files = filesIn(dataTransfer);
    if (files.length === 0) return false;
    const place = view.posAtCoords({ left: clientX, top: clientY });
    if (place) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(place.pos))));
    onFiles(files);
    return true;
  },
});

/** Styles become classes and marks, as in the sanitiser: the content policy keeps the page from reading any. Pictures inside the text stay. */
function inOwnWords(html: string) {
  const sources: string[] = [];
  const held = html.replace(
    /src="(data:image\/[^"]+)"/g,
    (_, src: string) => `src="${HELD}${sources.push(src) - 1}.png"`,
  );
  return tidyHtml(held).html.replace(
    new RegExp(`src="${HELD}(\\d+)\\.png"`, "g"),
    (_, at: string) => `src="${sources[Number(at)]}"`,
  );
}

const HELD = "/tep/dan-vao/";
