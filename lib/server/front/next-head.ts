import type { IncomingMessage } from "node:http";
import type { Area } from "#lib/server/front/public-routes.ts";
import { INERT_POLICY } from "#lib/server/front/security-headers.ts";

const POLICY = "content-security-policy";
/** Of the connection between two processes, not of the answer (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION = ["connection", "keep-alive", "transfer-encoding", "date"];

/** The head of an answer of Next's as it goes to the client, names and values in turn: what is ours to say replaces what Next said. */
export function headOf({ rawHeaders, headers }: IncomingMessage, area: Area, id: string, security: string[]) {
  const ours = [...security, "X-Request-Id", id, "Content-Security-Policy", policyOf(area, headers[POLICY])];
  if (area === "editors") ours.push("Cache-Control", "private, no-store"); // nobody else's, whatever Next or a page said
  const replaced = new Set([...OF_THE_CONNECTION, ...namesOf(ours)]);
  return [...rawHeaders.filter((_, at) => !replaced.has(rawHeaders[at - (at % 2)]?.toLowerCase() ?? "")), ...ours];
}

/** Pages under /quan-tri have one from proxy.ts; a file of the library may do nothing at all, even opened by itself. */
function policyOf(area: Area, given: string | string[] | undefined) {
  if (area === "editors" && typeof given === "string") return given;
  return area === "open" ? `${INERT_POLICY}; sandbox` : INERT_POLICY;
}

const namesOf = (pairs: string[]) => pairs.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
