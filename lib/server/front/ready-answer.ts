import { type ServerResponse, STATUS_CODES } from "node:http";
import { SOCKET_LIMITS } from "#lib/server/front/socket-limits.ts";

/** An answer as it goes over the wire: its head as text, and head and body as one piece. */
type Ready = { head: string; whole: Buffer | undefined };

const KEPT_OPEN = `Connection: keep-alive\r\nKeep-Alive: timeout=${SOCKET_LIMITS.keepAliveTimeout / 1000}\r\n\r\n`;
const MOST_BYTES = 8 * 1024 * 1024;

let second = 0;
let date = "";
let bytes = 0;
let answers = new Map<string[], Ready>();

/**
 * Sends what needs no thought: node:http would look through and put together the same head for every reader, a fifth of the
 * cost of a hit. It is made once a second here, because of its Date. Only for connections that stay open (`shouldKeepAlive`).
 * `head`: names and values in turn, always the same list for the same answer; `body` undefined where none may follow.
 */
export function sendReady(response: ServerResponse, status: number, head: string[], body?: Buffer) {
  const ready = readyAnswer(status, head, body);
  const whole = body && ready.whole;
  response.statusCode = status;
  // The two fields by which node:http knows that a head is made, and that it has left: what is ended then goes out as it is.
  Object.assign(response, { _header: ready.head, _headerSent: whole !== undefined });
  response.end(whole);
}

function readyAnswer(status: number, head: string[], body: Buffer | undefined) {
  beginSecond(Math.floor(Date.now() / 1000));
  const known = answers.get(head);
  if (known && (known.whole || !body)) return known;

  const text = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines(head)}Date: ${date}\r\n${KEPT_OPEN}`;
  const made = { head: text, whole: body && Buffer.concat([Buffer.from(text, "latin1"), body]) };
  bytes += text.length + (made.whole?.length ?? 0);
  answers.set(head, made);
  return made;
}

function beginSecond(now: number) {
  if (now === second && bytes < MOST_BYTES) return;
  second = now;
  date = new Date(now * 1000).toUTCString();
  bytes = 0;
  answers = new Map();
}

const lines = (pairs: string[]) => pairs.map((text, at) => (at % 2 ? `: ${text}\r\n` : text)).join("");
