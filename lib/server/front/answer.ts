import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseEncoding, matchesTag, unchangedSince } from "#lib/server/front/http-negotiation.ts";
import { sendReady } from "#lib/server/front/ready-answer.ts";
import { type FrozenPage, variantOf } from "#lib/server/pages/frozen-page.ts";

/** Sends a frozen page. `extra` are names and values of this answer alone. */
export function sendPage(page: FrozenPage, request: IncomingMessage, response: ServerResponse, extra?: string[]) {
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  const variant = variantOf(page, encoding);
  const unchanged = page.status === 200 && isUnchanged(page, variant.etag, request);
  const status = unchanged ? 304 : page.status;
  const head = unchanged ? variant.notModified : variant.head;
  const body = unchanged || request.method === "HEAD" ? undefined : variant.bytes;

  const isReady = !extra && response.shouldKeepAlive;
  if (isReady) return sendReady(response, status, head, body);
  response.writeHead(status, extra ? head.concat(extra) : head);
  response.end(body);
}

/** The tag decides; the date only when there is none (RFC 9110, 13.2.2). */
function isUnchanged({ validSince }: FrozenPage, etag: string, { headers }: IncomingMessage) {
  const tags = headers["if-none-match"];
  if (tags !== undefined) return matchesTag(tags, etag);
  const since = headers["if-modified-since"];
  return since !== undefined && unchangedSince(since, validSince);
}
