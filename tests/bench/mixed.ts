import http from "node:http";
import zlib from "node:zlib";
import type { Figures } from "#tests/bench/figures.ts";

const READERS = 16;
const SECONDS = 20;

type Kind = "article" | "search";
type Outcome = { times: number[]; by: Record<Kind, number[]>; errors: number; stale: number };

/**
 * Readers on 5,000 different articles (Zipf), 5 % searches, 1 % publishes; beside it the same number of readers on one page.
 * An answer counts as stale when it shows a title that was replaced more than a second ago. Every article has been read
 * once before, as on a site that has been up for a while.
 */
export async function measureMixedLoad(
  figures: Figures,
  origin: string,
  paths: string[],
  publish: (path: string) => Promise<string>,
) {
  const unread = [...paths, ...paths];
  await readFor(
    origin,
    () => ({ path: unread.pop() ?? "/" }),
    () => unread.length > 0,
  );
  const single = await readFor(origin, () => ({ path: paths[0] ?? "/" }));
  const titles = new Map<string, { title: string; since: number }>();
  const words = ["chi bộ", "đảng ủy", "chuyen doi so", "kế hoạch", "Nguyễn Thị Hoa", "28-KH/TU"];
  const mixed = await readFor(origin, () => {
    const chance = Math.random();
    const path = paths[zipf(paths.length)] ?? "/";
    if (chance < 0.05)
      return { path: `/tim-kiem?q=${encodeURIComponent(words[Math.floor(Math.random() * words.length)] ?? "")}` };
    if (chance < 0.06)
      return { path, publish: async () => void titles.set(path, { title: await publish(path), since: Date.now() }) };
    const known = titles.get(path);
    return { path, ...(known && Date.now() - known.since > 1000 && { mustSay: known.title }) };
  });
  for (const [kind, times] of Object.entries(mixed.by))
    process.stdout.write(
      `  … ${kind}: ${times.length}, p50 ${percentile(times, 0.5).toFixed(1)}, p99 ${percentile(times, 0.99).toFixed(1)} ms\n`,
    );
  const [alone, together] = [percentile(single.times, 0.99), percentile(mixed.times, 0.99)];
  figures.add(
    "tải hỗn hợp: p99 / p99 của một trang",
    "≤ 4",
    `${(together / alone).toFixed(1)} (${together.toFixed(1)} / ${alone.toFixed(1)} ms)`,
    together <= 4 * alone,
  );
  figures.add("tải hỗn hợp: lỗi", "0", String(mixed.errors), mixed.errors === 0);
  figures.add("tải hỗn hợp: bài cũ sau 1 giây", "0", String(mixed.stale), mixed.stale === 0);
}

type Step = { path: string; mustSay?: string; publish?: () => Promise<void> };

async function readFor(origin: string, next: () => Step, goesOn = forSeconds(SECONDS)): Promise<Outcome> {
  const outcome: Outcome = { times: [], by: { article: [], search: [] }, errors: 0, stale: 0 };
  const agent = new http.Agent({ keepAlive: true, maxSockets: READERS });
  async function take(step: Step) {
    if (step.publish) return step.publish();
    const started = performance.now();
    const { status, body } = await get(origin + step.path, agent);
    const took = performance.now() - started;
    outcome.times.push(took);
    outcome.by[step.path.startsWith("/tim-kiem") ? "search" : "article"].push(took);
    if (status !== 200) outcome.errors++;
    else if (step.mustSay && !zlib.brotliDecompressSync(body).includes(step.mustSay)) outcome.stale++;
  }
  async function reader() {
    while (goesOn()) await take(next());
  }
  await Promise.all(Array.from({ length: READERS }, reader));
  agent.destroy();
  return outcome;
}

function forSeconds(seconds: number) {
  const until = Date.now() + seconds * 1000;
  return () => Date.now() < until;
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
