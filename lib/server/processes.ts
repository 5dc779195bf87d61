import cluster, { type Worker } from "node:cluster";
import os from "node:os";
import path from "node:path";
import { env, SEPARATOR } from "#lib/env.ts";
import { keyedDigest } from "#lib/secrets.ts";
import { liveProcesses, relayContentVersions, tell } from "#lib/server/content/content-relay.ts";
import type { ToPrimary } from "#lib/server/content/siblings.ts";
import { serveMetrics } from "#lib/server/front/cluster-metrics.ts";
import { atEnd, inHurry, isEnding } from "#lib/server/start/ending.ts";
import { refusal } from "#lib/server/start/operator-failure.ts";
import { makeSocketPaths } from "#lib/server/start/socket-paths.ts";

const DRAIN = 15_000;
const YOUNG = 10_000;
const LONGEST_PAUSE = 30_000;
const ATTEMPTS = 3;
const NOT_STARTING = "Tiến trình phục vụ trang không khởi động được. Hãy xem thông báo ở trên, sửa lỗi rồi chạy lại.";

/**
 * For glibc. One heap for all threads: it gives each of those that compress one of its own, and what they free stays there
 * (30 MB). And what V8 compiles in, pieces of 32 kB, is mapped and given back: a burst of compiling left 50 MB in the heap for
 * good.
 */
const FRUGAL_HEAP = { MALLOC_ARENA_MAX: "1", MALLOC_MMAP_THRESHOLD_: "30000" };

/**
 * Fronts hold the port and the finished pages; the others hold Next, and answer the fronts alone. `semiSpace`: megabytes of V8's
 * young generation, half of it. With Next, 4 instead of 16 take 25 MB less for hardly more work.
 */
const ROLES = {
  front: { file: "front-process.ts", semiSpace: 16 },
  next: { file: "next-process.ts", semiSpace: 4 },
};
type Role = keyof typeof ROLES;

/**
 * V8 would let twice as much garbage as life gather before it looks for it: 550 MB a process on pages ever new, against 250 to
 * 270 when it looks after a fifth more.
 */
const frugal = (role: Role) => [`--max-semi-space-size=${ROLES[role].semiSpace}`, "--heap-growing-percent=20"];

/** `number` tells those of one role apart: whoever takes a dead one's place takes its socket as well. */
type Post = { role: Role; number: number };
const posts = new Map<Worker, Post>();

/**
 * Starts a process with Next, which loads what needs no database. `serve` tells it of it, starts a front for each core, and
 * resolves once all can answer; only then come the other processes with Next, or each would load for twice as long. From now
 * on one that dies is replaced.
 */
export function startProcesses(port: number) {
  let appUrl: string | undefined;
  const count = env.WEB_CONCURRENCY ?? os.availableParallelism();
  const sockets = makeSocketPaths(count);
  function fork(post: Post) {
    const exec = path.join(import.meta.dirname, ROLES[post.role].file);
    cluster.setupPrimary({ exec, execArgv: [...process.execArgv, ...frugal(post.role)] });
    const reached = post.role === "next" ? sockets.slice(post.number, post.number + 1) : sockets;
    posts.set(cluster.fork(settingsOf({ port, appUrl, sockets: reached })), post);
  }

  atEnd(drainProcesses);
  inHurry(killProcesses);
  relayContentVersions(() => liveOnes("front"));
  serveMetrics(cluster);
  const ready = replaceTheDead(fork, 1 + count);
  ready.catch(() => {}); // told to whoever waits for `serve`
  fork({ role: "next", number: 0 });

  return async function serve(url: string) {
    appUrl = url;
    for (const child of liveProcesses()) tell(child, { type: "database", url });
    for (let number = 0; number < count; number++) fork({ role: "front", number });
    await ready;
    for (let number = 1; number < count && !isEnding(); number++) fork({ role: "next", number });
  };
}

type Settings = { port: number; appUrl: string | undefined; sockets: string[] };

const settingsOf = ({ port, appUrl, sockets }: Settings) => ({
  DATABASE_URL: appUrl ?? "",
  DATABASE_APP_URL: "",
  AUTH_SECRET: env.AUTH_SECRET,
  PORT: port,
  NEXT_SOCKETS: sockets.join(SEPARATOR),
  NODE_ENV: "production",
  ...FRUGAL_HEAP,
  NEXT_TELEMETRY_DISABLED: "1",
  // The same on every node, and in no file of the build: what it encrypts travels through browsers.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: keyedDigest("server actions").toString("base64"),
});

function replaceTheDead(fork: (post: Post) => void, count: number) {
  const born = new Map<Worker, number>();
  let diedYoung = 0;
  cluster.on("fork", (child) => born.set(child, Date.now()));
  cluster.on("exit", (child) => {
    diedYoung = Date.now() - (born.get(child) ?? 0) < YOUNG ? diedYoung + 1 : 0;
    const post = posts.get(child);
    born.delete(child);
    posts.delete(child);
    if (post) setTimeout(() => isEnding() || fork(post), pauseAfter(diedYoung));
  });

  return new Promise<void>((resolve, reject) => {
    let ready = 0;
    cluster.on("message", (_child, message: ToPrimary) => {
      if (message.type === "ready" && ++ready === count) resolve();
    });
    cluster.on("exit", () => {
      if (ready < count && diedYoung >= ATTEMPTS) reject(refusal(NOT_STARTING));
    });
  });
}

/** At once after a long life; longer and longer for those that die young, so a broken one does not burn the machine. */
const pauseAfter = (diedYoung: number) => (diedYoung === 0 ? 0 : Math.min(250 * 2 ** diedYoung, LONGEST_PAUSE));

const liveOnes = (role: Role) => liveProcesses().filter((child) => posts.get(child)?.role === role);

/** Lets every process finish what is under way, the fronts first: what they wait for is made by the others. */
async function drainProcesses() {
  for (const role of ["front", "next"] as const) await Promise.all(liveOnes(role).map(drain));
}

/** Asks one to end; if it cannot, it is ended. */
function drain(child: Worker) {
  return new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    tell(child, { type: "drain" });
    setTimeout(() => child.process.kill("SIGKILL"), DRAIN).unref();
  });
}

function killProcesses() {
  for (const child of liveProcesses()) child.process.kill("SIGKILL");
}
