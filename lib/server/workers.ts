import cluster, { type Worker } from "node:cluster";
import os from "node:os";
import path from "node:path";
import { env } from "#lib/env.ts";
import { keyedDigest } from "#lib/secrets.ts";
import { liveWorkers, relayContentVersions, tell } from "#lib/server/content/content-relay.ts";
import type { ToPrimary } from "#lib/server/content/siblings.ts";
import { serveMetrics } from "#lib/server/front/cluster-metrics.ts";
import { isEnding } from "#lib/server/start/ending.ts";
import { refusal } from "#lib/server/start/operator-failure.ts";

const DRAIN = 15_000;
const YOUNG = 10_000;
const LONGEST_PAUSE = 30_000;
const ATTEMPTS = 3;
const NOT_STARTING = "Tiến trình phục vụ trang không khởi động được. Hãy xem thông báo ở trên, sửa lỗi rồi chạy lại.";

/**
 * V8 would let twice as much garbage as life gather before it looks for it: on pages ever new, 550 MB a worker. Looking
 * when there is a fifth more, it is 330 MB, and a page costs the same.
 */
const FRUGAL = ["--max-semi-space-size=16", "--heap-growing-percent=20"];

/** Starts the workers; resolves once all of them listen. From then on one that dies is replaced. */
export function startWorkers(appUrl: string, port: number) {
  cluster.setupPrimary({
    exec: path.join(import.meta.dirname, "worker.ts"),
    execArgv: [...process.execArgv, ...FRUGAL],
  });
  relayContentVersions();
  serveMetrics(cluster);
  const settings = workerSettings(appUrl, port);
  const count = env.WEB_CONCURRENCY ?? os.availableParallelism();
  for (let index = 0; index < count; index++) cluster.fork(settings);
  return replaceTheDead(settings, count);
}

const workerSettings = (appUrl: string, port: number) => ({
  DATABASE_URL: appUrl,
  DATABASE_APP_URL: "",
  AUTH_SECRET: env.AUTH_SECRET,
  PORT: port,
  NODE_ENV: "production",
  // One heap for all threads: glibc gives each of those that compress one of its own, and what they free stays there (30 MB).
  MALLOC_ARENA_MAX: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  // The same on every node, and in no file of the build: what it encrypts travels through browsers.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: keyedDigest("server actions").toString("base64"),
});

function replaceTheDead(settings: object, count: number) {
  const born = new Map<Worker, number>(liveWorkers().map((worker) => [worker, Date.now()]));
  let diedYoung = 0;
  cluster.on("fork", (worker) => born.set(worker, Date.now()));
  cluster.on("exit", (worker) => {
    diedYoung = Date.now() - (born.get(worker) ?? 0) < YOUNG ? diedYoung + 1 : 0;
    born.delete(worker);
    setTimeout(() => isEnding() || cluster.fork(settings), pauseAfter(diedYoung));
  });

  return new Promise<void>((resolve, reject) => {
    let ready = 0;
    cluster.on("message", (_worker, message: ToPrimary) => {
      if (message.type === "ready" && ++ready === count) resolve();
    });
    cluster.on("exit", () => {
      if (ready < count && diedYoung >= ATTEMPTS) reject(refusal(NOT_STARTING));
    });
  });
}

/** At once after a long life; longer and longer for those that die young, so a broken one does not burn the machine. */
const pauseAfter = (diedYoung: number) => (diedYoung === 0 ? 0 : Math.min(250 * 2 ** diedYoung, LONGEST_PAUSE));

/** Lets every worker finish what is under way; one that cannot is ended. */
export async function drainWorkers() {
  await Promise.all(
    liveWorkers().map(
      (worker) =>
        new Promise<void>((resolve) => {
          worker.once("exit", resolve);
          tell(worker, { type: "drain" });
          setTimeout(() => worker.process.kill("SIGKILL"), DRAIN).unref();
        }),
    ),
  );
}

export function killWorkers() {
  for (const worker of liveWorkers()) worker.process.kill("SIGKILL");
}
