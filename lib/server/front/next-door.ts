import http, { type ClientRequest, type IncomingMessage } from "node:http";
import net from "node:net";
import type { Duplex } from "node:stream";
import { BODY_LIMITS } from "#lib/server/front/body-limit.ts";
import type { StoredRoute } from "#lib/server/front/public-routes.ts";
import { alone } from "#lib/server/next/brotli.ts";
import type { FinishedPage } from "#lib/server/next/finished-page.ts";
import {
  KIND_HEADER,
  READING_HEADER,
  SHARED_HEADER,
  SHOWS_HEADER,
  TASK_HEADER,
  type Task,
} from "#lib/server/next/wire.ts";

/** A little more than the renderer has, so that its own word comes first. */
const PAGE_PATIENCE_MS = 16_000;
/** How long a front waits for a process that holds Next: one that died is replaced within a second or two. */
const START_PATIENCE_MS = 10_000;
const RETRY_MS = 100;
/** A form's text comes back in a header (lib/typed-text.ts), three characters for each byte: as long as a form may be. */
const LONGEST_HEAD = 4 * BODY_LIMITS.form;
const NOBODY_THERE = ["ENOENT", "ECONNREFUSED"];
/** What a page was asked of may have died, and a kept connection with it: others may know. */
const ASKED_AGAIN = 3;
const hasDied = (error: unknown) =>
  error instanceof Error && "code" in error && /^(?:ECONNRESET|EPIPE)$/.test(`${error.code}`);

type Asked = { method: string; url: string; headers: http.OutgoingHttpHeaders };
type Options = { socketPaths: string[]; reading: () => string | undefined };

/** The way from a front to the processes that hold Next, over sockets that only this site's processes can open. */
export function createNextDoor({ socketPaths, reading }: Options) {
  const doors = socketPaths.map((_, first) => doorTo([...socketPaths.slice(first), ...socketPaths.slice(0, first)]));
  let turn = 0;

  function ask({ method, url, headers }: Asked, signal?: AbortSignal, number = turn++) {
    const agent = doors[number % doors.length];
    const now = reading();
    const own = now === undefined ? {} : { [READING_HEADER]: now };
    const options = { agent, method, path: url, headers: { ...headers, ...own }, maxHeaderSize: LONGEST_HEAD };
    return http.request(signal ? { ...options, signal } : options);
  }

  async function askForPage({ key, seconds, storable }: StoredRoute, knows: string | undefined) {
    const headers = {
      ...taskOf("page"),
      ...(knows !== undefined && { "if-none-match": knows }),
      ...(storable && seconds === undefined && { [SHARED_HEADER]: "1" }),
    };
    const signal = AbortSignal.timeout(PAGE_PATIENCE_MS);
    const answer = await answerTo(ask({ method: "GET", url: key, headers }, signal, numberOf(key))).catch((error) => {
      throw signal.aborted ? signal.reason : error;
    });
    const body = alone(Buffer.concat(await answer.toArray()));
    return answer.statusCode === 304 ? undefined : finishedPage(answer, body);
  }

  /**
   * A finished page: nothing of the client's goes with the question. Undefined when it is the one that the asker `knows` by
   * its fingerprint. Rejects with a TimeoutError when Next was too slow.
   */
  async function page(route: StoredRoute, knows: string | undefined): Promise<FinishedPage | undefined> {
    for (let left = ASKED_AGAIN; left > 0; left--) {
      try {
        return await askForPage(route, knows);
      } catch (error) {
        if (!hasDied(error)) throw error;
      }
    }
    return askForPage(route, knows);
  }

  /** Brotli's best of a text: made there, where nobody waits. */
  async function compress(text: Buffer) {
    const headers = { ...taskOf("compress"), "content-length": text.length };
    const answer = await answerTo(ask({ method: "POST", url: "/", headers }), text);
    if (answer.statusCode !== 200) throw new Error(`Compressing was answered ${answer.statusCode}`);
    return alone(Buffer.concat(await answer.toArray()));
  }

  return { ask, page, compress };
}

/** The same page is asked of the same process by every front, which may have it from another one's asking. */
const numberOf = (key: string) => Buffer.from(key).reduce((sum, byte) => (sum + byte) % 65_536, 0);

/** Connections to the first of them where somebody listens; one to another than the very first is not kept. */
function doorTo(paths: string[]) {
  const agent = new http.Agent({ keepAlive: true });
  const keep = agent.keepSocketAlive.bind(agent);
  const substitutes = new WeakSet<Duplex>();
  agent.createConnection = (_options, done = () => {}) =>
    connect(paths, Date.now() + START_PATIENCE_MS, (error, socket, at) => {
      if (at > 0) substitutes.add(socket);
      done(error, socket);
    });
  agent.keepSocketAlive = (socket) => !substitutes.has(socket) && keep(socket);
  return agent;
}

const taskOf = (task: Task) => ({ [TASK_HEADER]: task });

export type NextDoor = ReturnType<typeof createNextDoor>;

type Connected = (error: Error | null, socket: Duplex, at: number) => void;

/** Connects to the first of them where somebody listens, or waits until somebody does. */
function connect(paths: string[], until: number, done: Connected, at = 0) {
  const socket = net.connect(paths[at] ?? "");
  const failed = (error: NodeJS.ErrnoException) => {
    const isLast = at + 1 >= paths.length;
    if (!NOBODY_THERE.includes(error.code ?? "") || (isLast && Date.now() > until)) return done(error, socket, at);
    if (isLast) setTimeout(connect, RETRY_MS, paths, until, done);
    else connect(paths, until, done, at + 1);
  };
  socket.once("error", failed);
  socket.once("connect", () => {
    socket.off("error", failed);
    done(null, socket, at);
  });
  return undefined;
}

function answerTo(question: ClientRequest, body?: Buffer) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    question.on("error", reject).on("response", resolve).end(body);
  });
}

/** What the two processes say to each other alone. */
const BETWEEN_US = new Set([
  ...["etag", "content-encoding", "content-length", KIND_HEADER, SHOWS_HEADER],
  ...["connection", "keep-alive", "transfer-encoding"],
]);

const known = new Map<string, string>();
const MOST_KNOWN = 500;

/** One copy of what thousands of pages say alike: each answer is read into strings of its own. */
function shared(text: string) {
  const copy = known.get(text);
  if (copy === undefined && known.size < MOST_KNOWN) known.set(text, text);
  return copy ?? text;
}

function finishedPage({ statusCode = 500, headers, rawHeaders }: IncomingMessage, body: Buffer): FinishedPage {
  if (statusCode >= 500) {
    const failure = new Error(`Next answered ${statusCode}`);
    throw Object.assign(failure, statusCode === 504 && { name: "TimeoutError" });
  }
  const shows = headers[SHOWS_HEADER];
  return {
    status: statusCode,
    headers: rawHeaders.filter((_, at) => !BETWEEN_US.has(rawHeaders[at - (at % 2)]?.toLowerCase() ?? "")).map(shared),
    fingerprint: headers.etag ?? "",
    body,
    isCompressed: headers["content-encoding"] !== undefined,
    isPage: headers[KIND_HEADER] === "page",
    shows: typeof shows === "string" ? shows.split(" ").map(Number) : undefined,
  };
}
