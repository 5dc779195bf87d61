/**
 * What a process that serves pages (lib/server/front-process.ts) and one that holds Next (next-process.ts) say to each other
 * beside plain HTTP. What a client sends under these names never gets so far (front/next-request.ts).
 */

/** In a request: the content that was committed when it was made, for lib/once-per-reading.ts. */
export const READING_HEADER = "x-front-reading";
/** In a request: not Next's own answer is wanted but a finished page, or Brotli's best of the text that is sent. */
export const TASK_HEADER = "x-front-task";
export type Task = "page" | "compress";
/** In a request for a page: another front may have been given the same a moment ago. Said where content alone decides what it is. */
export const SHARED_HEADER = "x-front-shared";
/** In the answer to that: what it is. */
export const KIND_HEADER = "x-front-kind";
export type Kind = "page" | "route";
/** In that answer, of a page that said so: the articles that it shows (lib/page-shows.ts). */
export const SHOWS_HEADER = "x-front-shows";
