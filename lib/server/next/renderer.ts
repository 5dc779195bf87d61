import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { type Duplex, duplexPair } from "node:stream";
import { log } from "#lib/log.ts";
import { NOT_FOUND, needsDatabase } from "#lib/server/front/public-routes.ts";
import { INERT_POLICY, pagePolicy } from "#lib/server/front/security-headers.ts";
import { freeze } from "#lib/server/next/freeze.ts";
import type { Stylesheet } from "#lib/server/next/stylesheets.ts";

/** What Next rendered, frozen. `isPage`: where it is missing, the site's own page says so; a route speaks for itself. */
export type FreshPage = { status: number; headers: string[]; body: Buffer; compressible: boolean; isPage: boolean };
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Options = {
  handle: Handler;
  host: string;
  security: string[];
  readStylesheet: (href: string) => Stylesheet;
  patienceMs?: number;
};

const PATIENCE_MS = 15_000;
const REVALIDATE = "public, max-age=0, must-revalidate";
const COMPRESSIBLE = /^(?:text\/.+|image\/svg\+xml|application\/(?:[a-z+.-]*(?:xml|json)|javascript|wasm))(?:;|$)/;

/** Next's answer to a page, finished but for its compression. Throws when Next failed, a TimeoutError when it was too slow. */
export function createRenderer({ handle, host, security, readStylesheet, patienceMs = PATIENCE_MS }: Options) {
  const inner = http.createServer((request, response) => {
    handle(request, response).catch((error) => response.destroy(error));
  });

  return async function render(key: string): Promise<FreshPage> {
    const {
      status: given,
      headers,
      body,
    } = await ask(inner, { path: key, host, signal: AbortSignal.timeout(patienceMs) });
    if (given >= 500) throw new Error(`Next answered ${given} to ${withoutQuery(key)}`);
    const type = headers["content-type"] ?? "";
    const said = [
      ...pair("Location", headers.location),
      ...pair("Content-Disposition", headers["content-disposition"]),
    ];
    const shared = [...security, ...pair("Content-Type", type), ...said];
    if (!type.startsWith("text/html")) {
      const own = ["Content-Security-Policy", INERT_POLICY, "Cache-Control", cacheControl(key, given)];
      return {
        status: given,
        headers: [...shared, ...own],
        body,
        compressible: COMPRESSIBLE.test(type),
        isPage: false,
      };
    }

    const { html, styleHashes, remnants, status: asked } = freeze(body.toString("utf8"), readStylesheet);
    const status = statusOf(key, given, asked);
    if (remnants.length > 0)
      log.error({ page: withoutQuery(key), remnants }, "A page streams: readers without script miss a part of it");
    const own = ["Content-Security-Policy", pagePolicy(styleHashes), "Cache-Control", REVALIDATE];
    const ahead = pair("Speculation-Rules", status === 200 ? '"/speculation.json"' : undefined);
    return {
      status,
      headers: [...shared, ...own, ...ahead],
      body: Buffer.from(html),
      compressible: true,
      isPage: true,
    };
  };
}

/** What a page asks for, unless Next leads elsewhere: a browser follows a redirect by its status alone. */
function statusOf(key: string, given: number, asked = given) {
  if (key === NOT_FOUND) return 404;
  return given >= 300 && given < 400 ? given : asked;
}

/** A receipt or a choice may stand in the query: neither is for the log. */
const withoutQuery = (key: string) => key.split("?", 1)[0];

const pair = (name: string, value: string | undefined) => (value ? [name, value] : []);

/** Files of the build never change under their name, files of public/ seldom, all else whenever content does. */
function cacheControl(key: string, status: number) {
  if (status !== 200 || needsDatabase(key)) return REVALIDATE;
  return key.startsWith("/_next/static/") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** An ordinary HTTP request over an in-memory connection: it carries nothing of the client's. */
function ask(inner: http.Server, { path, host, signal }: { path: string; host: string; signal: AbortSignal }) {
  return new Promise<Answer>((resolve, reject) => {
    const [near, far] = duplexPair();
    inner.emit("connection", asSocket(far));
    const request = http.request({
      path,
      headers: { host, accept: "text/html,*/*", connection: "close" },
      signal,
      createConnection: () => asSocket(near),
    });
    request.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 500, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    request.end();
  });
}

/** node:http calls these on what it takes for a socket. */
function asSocket(duplex: Duplex) {
  const same = () => duplex;
  return Object.assign(duplex, { setTimeout: same, setKeepAlive: same, setNoDelay: same, ref: same, unref: same });
}
