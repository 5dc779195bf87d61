import type { IncomingMessage } from "node:http";

/** The longest body each kind of address takes, in bytes. */
export const BODY_LIMITS = { form: 64 * 1024, open: 64 * 1024, editors: 26 * 1024 * 1024 };

/** Whether the request announces more than `limit` bytes. */
export const announcesMore = ({ headers }: IncomingMessage, limit: number) =>
  Number(headers["content-length"] ?? 0) > limit;

/**
 * Counts a body that did not announce its length, as the parser pushes it: a listener of ours would take the data from Next.
 * Past the limit nothing more goes in, and `refuse` is called once.
 */
export function limitBody(request: IncomingMessage, limit: number, refuse: () => void) {
  if (request.headers["transfer-encoding"] === undefined) return;
  const push = request.push.bind(request);
  let bytes = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    const before = bytes;
    bytes += chunk?.length ?? 0;
    if (bytes <= limit) return push(chunk, encoding);
    if (before <= limit) refuse();
    return true;
  };
}
