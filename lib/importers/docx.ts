import { articleFrom, type KeepImage } from "#lib/importers/docx-article.ts";
import { refuseByHeader } from "#lib/importers/docx-package.ts";
import { readInThread } from "#lib/importers/docx-thread.ts";

type Options = {
  keepImage: KeepImage;
  /** Called with the share that is done, 0 to 1. */
  onProgress?: (done: number) => void;
  /** How long the reading may take, in milliseconds. */
  timeLimit?: number;
};

const OPENED = 0.1;
const READ = 0.4;

/**
 * A .docx as an article: title, clean body, the metadata of its heading block when it has one, and a report of what
 * was kept, changed and dropped. Throws AppError when the file is damaged, protected, an old .doc or a bomb.
 */
export async function importDocx(bytes: Uint8Array, { keepImage, onProgress = () => {}, timeLimit }: Options) {
  refuseByHeader(bytes);
  const read = await readInThread(bytes, () => onProgress(OPENED), timeLimit);
  onProgress(READ);
  const article = await articleFrom(read, keepImage, (done) => onProgress(READ + (1 - READ) * done));
  onProgress(1);
  return article;
}
