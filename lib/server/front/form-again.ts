import type { IncomingHttpHeaders } from "node:http";
import type { Exchange } from "#lib/server/front/exchange.ts";
import { routeOf } from "#lib/server/front/request-route.ts";
import { plainBytes } from "#lib/server/pages/frozen-page.ts";
import type { PageStore } from "#lib/server/pages/page-store.ts";
import { TYPED_TEXT_HEADER } from "#lib/typed-text.ts";

const UNPROCESSABLE = 422;
/** True of everybody's page, not of this answer. */
const NOT_OURS = new Set(["Last-Modified", "Cache-Control", "Speculation-Rules", "Vary"]);

type ComeBack = { address: string; text: string };

/** What a route handler's answer says of a form that is to come back with its text. */
export function comeBackOf(headers: IncomingHttpHeaders): ComeBack | undefined {
  const text = headers[TYPED_TEXT_HEADER];
  const address = headers.location;
  if (typeof text !== "string" || address === undefined) return undefined;
  return { address: address.split("#", 1)[0] ?? "", text: decodeURIComponent(text) };
}

/** Answers a form with the page that it is sent back to, and in its text field what was typed: works without script and session. */
export function createFormAgain(store: Pick<PageStore, "get">) {
  return async function formAgain({ response, id }: Exchange, { address, text }: ComeBack) {
    const route = routeOf("GET", address);
    if (route.kind !== "stored") throw new Error(`A form comes back to a page, not to ${address}`);
    const page = await store.get(route.route);
    const body = Buffer.from(withText(plainBytes(page).toString("utf8"), text));
    const own = ["Cache-Control", "no-store", "Content-Length", String(body.length), "X-Request-Id", id];
    response.writeHead(page.status === 200 ? UNPROCESSABLE : page.status, [...ours(page.headers), ...own]);
    response.end(body);
  };
}

/** Flat pairs of names and values without those that belong to the stored page. */
const ours = (pairs: string[]) => pairs.filter((_, at) => !NOT_OURS.has(pairs[at - (at % 2)] ?? ""));

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** The address of the answer has no fragment that would lead to the form: the refused field takes the focus instead. */
function withText(html: string, text: string) {
  const escaped = text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? "");
  return html
    .replace(/(<textarea [^>]*name="y-kien"[^>]*>)(?=<\/textarea>)/, (open) => `${open}\n${escaped}`) // HTML drops the first line break
    .replace(/<(?:input|textarea) (?=[^>]*aria-invalid="true")/, (open) => `${open}autofocus `);
}
