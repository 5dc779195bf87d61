import type { Figures } from "#tests/bench/figures.ts";
import type { Server } from "#tests/bench/servers.ts";
import { processorSeconds, residentMemory } from "#tests/bench/wrk.ts";

/** How many pages make a renderer warm: V8 compiles what it meets often, and Next is large. */
const WARMING = 3000;
const COLD = 300;
export const PAGES_FOR_COLD_FILL = WARMING + COLD;

/** Processor time of pages that nobody asked for before, after the renderer has warmed up. */
export async function measureColdFill(figures: Figures, site: Server, paths: string[]) {
  const [warm, cold] = [paths.slice(0, -COLD), paths.slice(-COLD)];
  await visit(site.origin, warm, 4);
  const before = processorSeconds(site.pids());
  await visit(site.origin, cold, 1);
  const each = ((processorSeconds(site.pids()) - before) / cold.length) * 1000;
  figures.add(`dựng lần đầu một bài (${cold.length} bài)`, "≤ 16 ms CPU", `${each.toFixed(1)} ms`, each <= 16);
}

/** Memory of each worker while ever new pages come: it must level off. */
export async function measureMemory(figures: Figures, site: Server, paths: string[]) {
  const fifth = Math.ceil(paths.length / 5);
  const readings: number[] = [];
  for (let part = 0; part < 5; part++) {
    await visit(site.origin, paths.slice(part * fifth, (part + 1) * fifth), 8);
    readings.push(Math.max(...workers(site).map(residentMemory)));
    process.stdout.write(
      `  … ${Math.min((part + 1) * fifth, paths.length)} trang, ${readings.at(-1)?.toFixed(0)} MB mỗi tiến trình\n`,
    );
  }
  const [last = 0, middle = 0] = [readings[4], readings[2]];
  figures.add(
    `bộ nhớ mỗi tiến trình sau ${paths.length} trang`,
    "≤ 280 MB, không tăng",
    `${readings.map((value) => value.toFixed(0)).join(" → ")} MB`,
    last <= 280 && last <= middle * 1.05,
  );
}

/** The site's processes that hold the page store: the biggest two of Node. */
const workers = (site: Server) => [...site.pids()].sort((a, b) => residentMemory(b) - residentMemory(a)).slice(0, 2);

async function visit(origin: string, paths: string[], readers: number) {
  const queue = [...paths];
  await Promise.all(
    Array.from({ length: readers }, async () => {
      for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
        const answer = await fetch(origin + path, { headers: { "accept-encoding": "br" } });
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      }
    }),
  );
}
