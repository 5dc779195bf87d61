import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runs } from "#lib/server/start/process-alive.ts";
import { withDescendants } from "#tests/bench/wrk.ts";
import { embeddedOwnerUrl } from "#tests/support/embedded-owner.ts";
import { root } from "#tests/support/run.ts";
import { TEST_CODE } from "#tests/support/site.ts";

const SECRET = "only-for-tests-only-for-tests-only-for-tests";
const PATIENCE = 300_000;

/** One node of the site as a process to start, to kill and to start again. */
export type SiteNode = {
  origin: string;
  start: () => Promise<void>;
  isReady: () => Promise<boolean>;
  stop: () => Promise<void>;
  kill: () => Promise<void>;
  /** What it printed last. */
  lastWords: () => string;
  /** The processes of the application, without those of the database that it started. */
  processes: () => { main: number; workers: number[] };
};

type Place = { dataFolder: string; port: number; settings?: Record<string, string> };

/** The first node has the embedded database in its folder; others join it as they would join a managed one. */
export const firstNode = ({ dataFolder, port, settings = {} }: Place) =>
  createNode(port, () => ({ DATA_DIR: dataFolder, ...settings }));

export const furtherNode = ({ dataFolder, port, settings = {} }: Place) =>
  createNode(port, () => ({
    DATA_DIR: path.join(dataFolder, `node-${port}`),
    DATABASE_URL: embeddedOwnerUrl(dataFolder),
    ...settings,
  }));

function createNode(port: number, settings: () => Record<string, string>): SiteNode {
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let said = "";

  async function start() {
    const started = spawn(process.execPath, ["lib/server/main.ts"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...base(), PORT: String(port), ...settings() },
    });
    child = started;
    said = "";
    const hear = (bytes: Buffer) => {
      said = `${said}${bytes}`.slice(-4000);
    };
    started.stdout.on("data", hear);
    started.stderr.on("data", hear);
    for (const end = Date.now() + PATIENCE; !(await isReady()); await pause(50)) {
      if (started.exitCode !== null) throw new Error(`${origin} ended with ${started.exitCode}:\n${said}`);
      if (Date.now() > end) throw new Error(`${origin} was not ready in time:\n${said}`);
    }
  }

  const isReady = async () =>
    (await fetch(`${origin}/api/ready`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined))?.ok ?? false;

  function processes() {
    const main = child?.pid ?? 0;
    return { main, workers: withDescendants(main).filter(isWorker) };
  }

  async function end(signal: "SIGTERM" | "SIGKILL") {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    const { main, workers } = processes();
    for (const pid of signal === "SIGKILL" ? [main, ...workers] : [main]) send(pid, signal);
    await gone;
  }

  return {
    origin,
    start,
    isReady,
    lastWords: () => said,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    processes,
  };
}

const isWorker = (pid: number) => ["front", "next"].some((role) => runs(pid, `lib/server/${role}-process.ts`));

const base = () => ({
  PATH: process.env["PATH"] ?? "",
  HOME: process.env["HOME"] ?? "",
  NODE_ENV: "production" as const,
  HOST: "127.0.0.1",
  WEB_CONCURRENCY: "2",
  AUTH_SECRET: SECRET,
  CAPTCHA_TEST_CODE: TEST_CODE,
  LOG_LEVEL: "silent",
});

/** A process that has ended meanwhile is no failure. */
export function send(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch {}
}

/** The processes of the embedded PostgreSQL; none while it is not running. */
export function databaseProcesses(dataFolder: string) {
  const file = path.join(dataFolder, "postgres/data/postmaster.pid");
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : 0;
  return pid > 0 ? withDescendants(pid) : [];
}
