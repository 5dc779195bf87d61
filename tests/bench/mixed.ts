import http from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import zlib from "node:zlib";
import type { Figures } from "#tests/bench/figures.ts";
import type { Server } from "#tests/bench/servers.ts";
import { processorSeconds } from "#tests/bench/wrk.ts";

/** Requests a second: five million a day, each at its own moment whatever became of the others. */
const RATE = 60;
const SECONDS = 60;
const SEARCHES = 0.05;
const PUBLISHES = 0.01;
const WORDS = ["chi bộ", "đảng ủy", "chuyen doi so", "kế hoạch", "Nguyễn Thị Hoa", "28-KH/TU"];
const searchFor = (words: string) => `/tim-kiem?q=${encodeURIComponent(words)}`;

type Kind = "article" | "search";
type Outcome = { times: number[]; by: Record<Kind, number[]>; errors: number; stale: number };

/**
 * Readers on 5,000 different articles (Zipf), 5 % searches, 1 % publishes; beside it as many readers of one page. They come at
 * random moments (Poisson), not each after the other's answer: a wait holds up nobody who would come after it, so none is left
 * out of the percentile. An answer counts as stale when it shows a title that was replaced more than a second ago. Every
 * page has been read before, as on a site that has been up for a while.
 */
export async function measureMixedLoad(
  figures: Figures,
  { origin, pids }: Server,
  paths: string[],
  publish: (path: string) => Promise<string>,
) {
  await readAll(origin, [...WORDS.map(searchFor), ...paths]);
  await comeToRest(pids);
  const single = await readFor(origin, () => ({ path: paths[0] ?? "/" }));
  const titles = new Map<string, { title: string; since: number }>();
  const underWay = new Set<string>();

  async function publishOnce(path: string) {
    if (underWay.has(path)) return; // of two at once nobody could say which title is the last
    underWay.add(path);
    titles.delete(path);
    titles.set(path, { title: await publish(path), since: Date.now() });
    underWay.delete(path);
  }
  const mixed = await readFor(origin, () => {
    const chance = Math.random();
    const path = paths[zipf(paths.length)] ?? "/";
    if (chance < SEARCHES) return { path: searchFor(WORDS[Math.floor(Math.random() * WORDS.length)] ?? "") };
    if (chance < SEARCHES + PUBLISHES) return { path, publish: () => publishOnce(path) };
    const known = titles.get(path);
    return { path, ...(known && Date.now() - known.since > 1000 && { mustSay: known.title }) };
  });
  report(figures, single, mixed);
}

function report(figures: Figures, single: Outcome, mixed: Outcome) {
  for (const [kind, times] of Object.entries(mixed.by))
    process.stdout.write(
      `  … ${kind}: ${times.length}, p50 ${percentile(times, 0.5).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)}, p99 ${percentile(times, 0.99).toFixed(1)} ms\n`,
    );
  const [alone, together] = [percentile(single.times, 0.99), percentile(mixed.times, 0.99)];
  const at = `tải hỗn hợp, ${RATE} lượt/giây`;
  figures.add(
    `${at}: p99 / p99 của một trang`,
    "≤ 4",
    `${(together / alone).toFixed(1)} (${together.toFixed(1)} / ${alone.toFixed(1)} ms)`,
    together <= 4 * alone,
  );
  figures.add(`${at}: lỗi`, "0", String(mixed.errors), mixed.errors === 0);
  figures.add(`${at}: bài cũ sau 1 giây`, "0", String(mixed.stale), mixed.stale === 0);
}

type Step = { path: string; mustSay?: string; publish?: () => Promise<void> };
const newOutcome = (): Outcome => ({ times: [], by: { article: [], search: [] }, errors: 0, stale: 0 });
const newAgent = () => new http.Agent({ keepAlive: true });

/** Each page on every front: connections go to them in turn, and each reader has one. */
async function readAll(origin: string, paths: string[]) {
  const outcome = newOutcome();
  const reader = async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    await take(origin, { path: "/" }, agent, outcome);
    return { agent, unread: [...paths] };
  };
  const readers = [await reader(), await reader()];
  await Promise.all(
    readers.map(async ({ agent, unread }) => {
      for (let path = unread.pop(); path !== undefined; path = unread.pop())
        await take(origin, { path }, agent, outcome);
      agent.destroy();
    }),
  );
}

/** Waits until the site does hardly anything by itself. */
async function comeToRest(pids: Server["pids"]) {
  for (let spent = 1; spent > 0.1; ) {
    const before = processorSeconds(pids());
    await pause(2000);
    spent = processorSeconds(pids()) - before;
  }
}

async function readFor(origin: string, next: () => Step): Promise<Outcome> {
  const [agent, outcome] = [newAgent(), newOutcome()];
  const underWay: Promise<void>[] = [];
  for (let at = 0; at < SECONDS * 1000; at += (-Math.log(1 - Math.random()) / RATE) * 1000) {
    underWay.push(pause(at).then(() => take(origin, next(), agent, outcome)));
  }
  await Promise.all(underWay);
  agent.destroy();
  return outcome;
}

async function take(origin: string, step: Step, agent: http.Agent, outcome: Outcome) {
  if (step.publish) return step.publish();
  const started = performance.now();
  const { status, body } = await get(origin + step.path, agent);
  const took = performance.now() - started;
  outcome.times.push(took);
  outcome.by[step.path.startsWith("/tim-kiem") ? "search" : "article"].push(took);
  if (status !== 200) outcome.errors++;
  else if (step.mustSay && !zlib.brotliDecompressSync(body).includes(step.mustSay)) outcome.stale++;
}

function get(url: string, agent: http.Agent) {
  return new Promise<{ status: number; body: Buffer }>((resolve) => {
    const headers = { "Accept-Encoding": "br, gzip" };
    const request = http.get(url, { agent, headers, timeout: 10_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
    });
    request.on("error", () => resolve({ status: 0, body: Buffer.alloc(0) }));
    request.on("timeout", () => request.destroy());
  });
}

/** An index from 0 with the frequency of Zipf's law, exponent 1. */
const zipf = (size: number) => Math.min(size - 1, Math.floor(Math.exp(Math.random() * Math.log(size + 1)) - 1));

function percentile(values: number[], share: number) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
