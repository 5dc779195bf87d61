import { AppError } from "#lib/errors.ts";
import { cleanHtml } from "#lib/html.ts";
import { allOf, parseHtml, remove, serializeHtml } from "#lib/html-tree.ts";
import { addNote } from "#lib/importers/docx-notes.ts";
import type { ReadDocument } from "#lib/importers/docx-read.ts";
import { reportOf } from "#lib/importers/docx-report.ts";
import { readHeadingBlock } from "#lib/importers/heading-block.ts";
import { takeLeadingTitle } from "#lib/importers/heading-block-subject.ts";
import { typeOfPicture } from "#lib/importers/picture-type.ts";

/** Stores the picture of this number, from 1, and says where; an AppError leaves the picture out and puts its sentence among the warnings. */
export type KeepImage = (
  bytes: Uint8Array,
  type: string,
  number: number,
) => Promise<{ src: string; width: number; height: number }>;

/** A document that was read, as an article: pictures stored, body sanitised, heading block and title taken apart. */
export async function articleFrom(
  read: ReadDocument,
  keepImage: KeepImage,
  onProgress: (done: number) => void = () => {},
) {
  const stored = await placePictures(read, keepImage, onProgress);
  const clean = cleanHtml(stored.html);
  const { headingBlock, html: rest } = readHeadingBlock(clean.html);
  const known = read.title || headingBlock?.title || "";
  const { title, html } = known === "" ? takeLeadingTitle(rest) : { title: known, html: rest };
  return {
    title,
    html,
    headingBlock,
    report: reportOf(html, read.notes),
    warnings: [...new Set([...stored.warnings, ...clean.warnings])],
  };
}

/** So many are stored at once: while one is being written, the next are made. How many are decoded is the library's business. */
const AT_ONCE = 4;

async function placePictures(
  { html, pictures, notes }: ReadDocument,
  keepImage: KeepImage,
  onProgress: (done: number) => void,
) {
  const document = parseHtml(html);
  const warnings: string[] = [];
  const waiting = each(pictures);
  let done = 0;
  const place = async ({ id, bytes }: Picture, at: number) => {
    const places = allOf(document.children, "img").filter(({ attribs }) => attribs["src"] === id);
    try {
      const { src, width, height } = await keepImage(bytes, typeOfPicture(bytes), at + 1);
      for (const { attribs } of places) Object.assign(attribs, { src, width: String(width), height: String(height) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      warnings[at] = error.message;
      addNote(notes, "refused-picture", "", places.length);
      places.forEach(remove);
    }
    done += 1;
    onProgress(done / pictures.length);
  };
  const storeInTurn = async () => {
    for (const [at, picture] of waiting) await place(picture, at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, storeInTurn));
  return { html: serializeHtml(document.children), warnings: Object.values(warnings) };
}

type Picture = ReadDocument["pictures"][number];

/** For several to take from; ended for all of them when one fails. */
function* each<T>(list: T[]) {
  yield* list.entries();
}
