import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isDiskFull } from "#lib/disk-full.ts";
import { withConnection } from "#lib/server/database/connection.ts";
import { placeOf, runInside } from "#lib/server/database/postgres-data.ts";
import type { ServerUser } from "#lib/server/database/postgres-programs.ts";
import { codeOf, refusal } from "#lib/server/start/operator-failure.ts";
import { isAlive, runs } from "#lib/server/start/process-alive.ts";
import { readIfThere } from "#lib/server/start/read-if-there.ts";

const MINUTE = 60_000;
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=300",
  "shared_buffers=128MB",
  "max_wal_size=512MB",
  "jit=off", // costs more than it saves on short queries
  "fsync=on",
  "full_page_writes=on",
  "synchronous_commit=on",
  "log_checkpoints=off",
  "log_error_verbosity=terse", // the details of a refused ballot would name its choice
];
const FORGETFUL = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];

const pidFile = (data: string) => path.join(data, "postmaster.pid");

/** The process that PostgreSQL's own file names, when it is alive. */
export function runningServer(data: string) {
  const [pid, , , port] = readIfThere(pidFile(data)).split("\n").map(Number);
  return pid && runs(pid, "postgres") ? { pid, port: port || undefined } : undefined;
}

/** Takes away what a killed server left: its number may be another program's by now. Only for whoever has the turn to start one. */
export const removeStaleFile = (data: string) => fs.rmSync(pidFile(data), { force: true });

type Launch = { program: string; data: string; user: ServerUser; port: number; log: string; durable: boolean };

/** Starts the server, detached: Ctrl-C must not reach the database before the workers have finished with it. */
export async function launch(server: Launch, url: string) {
  keepLogSmall(server.log);
  for (const end = Date.now() + MINUTE; ; await pause(200)) {
    const child = spawnServer(server);
    if (await answers(url, child)) return;
    // After a kill the old server's children hold its memory for a moment, and the new one declines.
    const reason = lastLines(server.log);
    if (!/shared memory block|address already in use/i.test(reason) || Date.now() > end)
      throw failure(reason, server.log);
  }
}

function spawnServer({ program, data, user, port, log, durable }: Launch) {
  const settings = durable ? SETTINGS : [...SETTINGS, ...FORGETFUL];
  const args = ["-D", placeOf(data, user), "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const output = fs.openSync(log, "a", 0o600);
  const child = spawn(program, args, { ...runInside(data, user), detached: true, stdio: ["ignore", output, output] });
  fs.closeSync(output);
  child.on("error", () => {}); // shows as "not running" below
  child.unref();
  return child;
}

/** True once it takes connections; replaying what a crash left may take minutes, so only its end counts as failure. */
async function answers(url: string, child: ChildProcess) {
  for (;;) {
    if (await connects(url)) return true;
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    await pause(25);
  }
}

/** Waits until an already running server takes connections; false when it ended instead, or does not know our password. */
export async function answersWhileAlive(url: string, pid: number) {
  while (isAlive(pid)) {
    if (await connects(url)) return true;
    await pause(50);
  }
  return false;
}

async function connects(url: string) {
  try {
    return await withConnection(url, async () => true, 3000);
  } catch (error) {
    if (codeOf(error) === "28P01")
      throw refusal(
        "Tệp mật khẩu trong thư mục dữ liệu không khớp với cơ sở dữ liệu. Hãy khôi phục cả thư mục từ bản sao lưu.",
      );
    return false;
  }
}

/** Ends the server: sessions are cut, a checkpoint is written. One that hangs is cut short; the next start replays its log. */
export async function endServer(pid: number) {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (isAlive(pid)) process.kill(pid, signal);
    for (const end = Date.now() + MINUTE; isAlive(pid) && Date.now() < end; ) await pause(25);
  }
}

function keepLogSmall(log: string) {
  if (fs.existsSync(log) && fs.statSync(log).size > 10_000_000) fs.renameSync(log, `${log}.old`);
}

const lastLines = (log: string) => fs.readFileSync(log, "utf8").split("\n").slice(-6).join("\n").trim();

function failure(reason: string, log: string) {
  if (isDiskFull(reason)) return new Error(reason);
  return refusal(`PostgreSQL đi kèm không khởi động được, xem ${log}. Những dòng cuối:\n${reason}`);
}
