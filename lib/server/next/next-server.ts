import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { log } from "#lib/log.ts";
import { BEST, compress } from "#lib/server/next/brotli.ts";
import { type FinishedPage, finishPage } from "#lib/server/next/finished-page.ts";
import { oncePerMoment } from "#lib/server/next/once-per-moment.ts";
import type { createRenderer, Handler } from "#lib/server/next/renderer.ts";
import { underWay } from "#lib/server/next/under-way.ts";
import {
  KIND_HEADER,
  type Kind,
  READING_HEADER,
  SHARED_HEADER,
  SHOWS_HEADER,
  TASK_HEADER,
} from "#lib/server/next/wire.ts";

type Options = { handle: Handler; render: ReturnType<typeof createRenderer> };

const LATE = 504;
const FAILED = 500;

/**
 * The server of a process that holds Next. It answers nobody but the fronts of this machine: with finished public pages (as
 * plain HTTP: status, headers, Brotli), with texts that it compresses, because its priority is lower, and with whatever Next
 * says to all that is not for everybody.
 */
export function createNextServer({ handle, render }: Options) {
  async function make(key: string) {
    const fresh = await render(key);
    return finishPage({ ...fresh, shows: underWay.getStore()?.shows });
  }
  const makeOnce = oncePerMoment(make);

  async function answerPage({ headers, url = "/" }: IncomingMessage, response: ServerResponse) {
    const page = await (SHARED_HEADER in headers ? makeOnce(url) : make(url));
    return page.fingerprint === headers["if-none-match"] ? response.writeHead(304).end() : sendPage(page, response);
  }

  async function answerCompressed(request: IncomingMessage, response: ServerResponse) {
    return response.end(await compress(Buffer.concat(await request.toArray()), BEST));
  }

  function answer(request: IncomingMessage, response: ServerResponse) {
    const { headers } = request;
    const task = headers[TASK_HEADER];
    delete headers[READING_HEADER];
    if (task === "page") return answerPage(request, response);
    return task === "compress" ? answerCompressed(request, response) : handle(request, response);
  }

  const server = http.createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
    const reading = request.headers[READING_HEADER];
    const asked = { reading: typeof reading === "string" ? reading : undefined };
    const answered = underWay.run(asked, () => answer(request, response));
    answered.catch((error: Error) => {
      log.error({ path: request.url?.split("?", 1)[0], err: error }, "Next failed");
      if (response.headersSent) return response.destroy();
      response.writeHead(error.name === "TimeoutError" ? LATE : FAILED).end();
    });
  });
  server.keepAliveTimeout = 0; // the fronts keep their connections: one that ends by itself would meet a request half-way
  server.requestTimeout = 0; // their clients' patience is the fronts' affair
  return server;
}

function sendPage(page: FinishedPage, response: ServerResponse) {
  const kind: Kind = page.isPage ? "page" : "route";
  response.sendDate = false;
  response.writeHead(page.status, [
    ...page.headers,
    ...["ETag", page.fingerprint, KIND_HEADER, kind, "Content-Length", String(page.body.length)],
    ...(page.isCompressed ? ["Content-Encoding", "br"] : []),
    ...(page.shows ? [SHOWS_HEADER, page.shows.join(" ")] : []),
  ]);
  return response.end(page.body);
}
