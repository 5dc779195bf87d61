import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const CLOCK_TICKS = 100; // USER_HZ of Linux

/** `rate` requests a second, `p99` in milliseconds, `cpu` microseconds of the server's processor time for each request. */
export type Round = { rate: number; p99: number; cpu: number; errors: number };
export type Target = {
  name: string;
  url: string;
  pids: () => number[];
  headers?: Record<string, string>;
};

/** One run of wrk, one thread, against a target; a conditional request is a matter of headers. */
async function hammer(target: Target, connections: number, seconds: number): Promise<Round> {
  const script = path.join(os.tmpdir(), `wrk-${process.pid}.lua`);
  fs.writeFileSync(script, REPORT);
  const headers = Object.entries({ "Accept-Encoding": "br, gzip", ...target.headers }).flatMap(([name, value]) => [
    "-H",
    `${name}: ${value}`,
  ]);
  const before = processorSeconds(target.pids());
  const { stdout } = await run("wrk", [
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    "--timeout",
    "10s",
    "-s",
    script,
    ...headers,
    target.url,
  ]);
  const spent = processorSeconds(target.pids()) - before;
  const found = /RESULT (\d+) (\d+) (\d+) (\d+)/.exec(stdout);
  if (!found) throw new Error(`wrk said nothing usable of ${target.url}: ${stdout}`);
  const [requests = 0, microseconds = 1, p99 = 0, errors = 0] = found.slice(1).map(Number);
  return { rate: requests / (microseconds / 1e6), p99: p99 / 1000, cpu: (spent * 1e6) / Math.max(requests, 1), errors };
}

const REPORT = `done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(99), e.connect + e.read + e.write + e.timeout + e.status))
end
`;

/** User and system time of these processes so far, in seconds. */
export function processorSeconds(pids: number[]) {
  let ticks = 0;
  for (const pid of pids) {
    const stat = readOr(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }
  return ticks / CLOCK_TICKS;
}

/** Resident memory of a process in mebibytes. */
export const residentMemory = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** A process and all that descend from it. */
export function withDescendants(pid: number): number[] {
  const children = readOr(`/proc/${pid}/task/${pid}/children`).trim().split(/\s+/).filter(Boolean).map(Number);
  return [pid, ...children.flatMap(withDescendants)];
}

function readOr(file: string) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return ""; // the process has ended meanwhile
  }
}

export function median(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** A B A B: every target once a round, so that what else the machine does falls on all alike. */
export async function interleave(targets: Target[], connections: number, rounds: number, seconds: number) {
  const results = new Map(targets.map((target) => [target.name, [] as Round[]]));
  for (let round = 0; round < rounds; round++)
    for (const target of targets) results.get(target.name)?.push(await hammer(target, connections, seconds));
  return results;
}
