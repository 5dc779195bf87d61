import type { IncomingMessage } from "node:http";
import { Transform } from "node:stream";

/** The longest body each kind of address takes, in bytes. */
export const BODY_LIMITS = { form: 64 * 1024, open: 64 * 1024, editors: 26 * 1024 * 1024 };

/** Whether the request announces more than `limit` bytes. */
export const announcesMore = ({ headers }: IncomingMessage, limit: number) =>
  Number(headers["content-length"] ?? 0) > limit;

/** Lets a body through, and fails past `limit` bytes: for one that did not announce its length. */
export function limitBody(limit: number) {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      bytes += chunk.length;
      pass(bytes > limit ? new Error("The body is too long") : null, chunk);
    },
  });
}
