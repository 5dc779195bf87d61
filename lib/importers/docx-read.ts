import { convertDocx } from "#lib/importers/docx-convert.ts";
import { rewriteDocx } from "#lib/importers/docx-rewrite.ts";
import { tidyDocx } from "#lib/importers/docx-tidy.ts";

/** Unpacks and reads a Word file; pictures come apart from the HTML, which names them by id. Not yet sanitised. */
export async function readDocx(bytes: Uint8Array, onOpened = () => {}) {
  const rewritten = rewriteDocx(bytes);
  onOpened();
  const html = await convertDocx(rewritten.archive);
  return { ...tidyDocx(html, rewritten.notes), notes: rewritten.notes, pictures: rewritten.readPictures() };
}

export type ReadDocument = Awaited<ReturnType<typeof readDocx>>;
