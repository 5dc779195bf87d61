import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseEncoding, matchesTag, unchangedSince } from "#lib/server/front/http-negotiation.ts";
import { type FrozenPage, plainBytes } from "#lib/server/pages/frozen-page.ts";

/** Sends a frozen page: one writeHead with a flat list, everything in it made before. `extra` are names and values of this answer alone. */
export function sendPage(page: FrozenPage, request: IncomingMessage, response: ServerResponse, extra?: string[]) {
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  const variant = page[encoding];
  if (page.status === 200 && isUnchanged(page, variant.etag, request)) {
    response.writeHead(304, extra ? variant.notModified.concat(extra) : variant.notModified);
    response.end();
    return;
  }
  response.writeHead(page.status, extra ? variant.head.concat(extra) : variant.head);
  response.end(request.method === "HEAD" ? undefined : (variant.bytes ?? plainBytes(page)));
}

/** The tag decides; the date only when there is none (RFC 9110, 13.2.2). */
function isUnchanged({ validSince }: FrozenPage, etag: string, { headers }: IncomingMessage) {
  const tags = headers["if-none-match"];
  if (tags !== undefined) return matchesTag(tags, etag);
  const since = headers["if-modified-since"];
  return since !== undefined && unchangedSince(since, validSince);
}
