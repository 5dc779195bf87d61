import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { siteUrl } from "#lib/env.ts";
import { isPublicAddress } from "#lib/links/public-address.ts";

const PATIENCE = 15_000;
const MOST_HOPS = 5;

/** `answered` is false when nothing came back at all: then it may be our own connection that is away. */
export type Outcome = { works: true } | { works: false; why: string; answered: boolean };
export type Ask = (address: string) => Promise<Outcome>;

type Options = { isAllowed?: (ip: string) => boolean; patience?: number };

/**
 * Makes a way to ask outside pages whether they are there: one request to a host at a time, no cookies, nothing read but
 * the head of the answer. The IP address is looked at where the connection is made, so that no name can lead inward.
 */
export function createAsk({ isAllowed = isPublicAddress, patience = PATIENCE }: Options = {}): Ask {
  const inTurn = createTurns();
  const lookup = guardedLookup(isAllowed);

  async function follow(method: "HEAD" | "GET", address: string) {
    let url = outsideUrl(address);
    for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
      if (isIP(bare(url.hostname)) && !isAllowed(bare(url.hostname))) throw new Inward();
      const from = url;
      const { status, location } = await inTurn(from.host, () => request(method, from, lookup, patience));
      if (status < 300 || status >= 400 || !location) return status;
      url = outsideUrl(location, from);
    }
    return 0; // sent round in a ring for want of a cookie: no reader's trouble
  }

  return async (address) => {
    try {
      const status = await follow("HEAD", address).catch(() => 500);
      return judge(isGone(status) ? await follow("GET", address) : status); // some servers know no HEAD
    } catch (error) {
      return failureOf(error);
    }
  };
}

class Inward extends Error {}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, "");

/** Where a link leads, without name and password; throws when that is no web page. */
function outsideUrl(address: string, from?: URL) {
  const url = new URL(address, from);
  if (!/^https?:$/.test(url.protocol)) throw new Inward();
  url.username = "";
  url.password = "";
  return url;
}

/** Work for one host waits for what is under way there. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(host: string, work: () => Promise<T>) => {
    const mine = (last.get(host) ?? Promise.resolve()).then(work, work);
    last.set(host, mine);
    return mine;
  };
}

const guardedLookup =
  (isAllowed: (ip: string) => boolean): LookupFunction =>
  (hostname, options, done) =>
    dns.lookup(hostname, { ...options, all: true }, (error, found) => {
      const refused = error ?? (found.every(({ address }) => isAllowed(address)) ? null : new Inward());
      if (refused || options.all) return done(refused, found ?? []);
      done(null, found[0]?.address ?? "", found[0]?.family);
    });

function request(method: "HEAD" | "GET", url: URL, lookup: LookupFunction, patience: number) {
  return new Promise<{ status: number; location: string | undefined }>((resolve, reject) => {
    const { request: send } = url.protocol === "https:" ? https : http;
    const signal = AbortSignal.timeout(patience);
    const headers = { "user-agent": `chuyen-muc-dang-link-check (+${siteUrl()})`, accept: "*/*" };
    const sent = send(url, { method, headers, lookup, signal, agent: false }, (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    });
    sent.on("error", reject);
    sent.end();
  });
}

const isGone = (status: number) => status === 404 || status === 410 || status >= 500;

/** A page that asks who one is, or that takes us for a robot, is there. */
function judge(status: number): Outcome {
  if (!isGone(status)) return { works: true };
  const why = status < 500 ? `Trang đó không còn (mã ${status}).` : `Máy chủ bên đó báo lỗi (mã ${status}).`;
  return { works: false, why, answered: true };
}

function failureOf(error: unknown): Outcome {
  if (error instanceof Inward)
    return { works: false, why: "Địa chỉ này ở trong mạng nội bộ, bạn đọc không mở được.", answered: true };
  const code = String((error as { code?: unknown }).code ?? "");
  if (/CERT|VERIFY|ISSUER|TLS|SSL/.test(code)) return { works: true }; // somebody is there; browsers fetch what a chain lacks
  if (code === "ERR_INVALID_URL") return { works: false, why: "Địa chỉ này viết sai.", answered: true };
  const why = code === "ENOTFOUND" ? "Không có máy chủ nào mang tên này." : "Máy chủ bên đó không trả lời.";
  return { works: false, why, answered: false };
}
