import type { Figures } from "#tests/bench/figures.ts";
import { openNewsroom } from "#tests/bench/newsroom.ts";
import { type Server, startSite } from "#tests/bench/servers.ts";
import { median } from "#tests/bench/wrk.ts";

const ROUNDS = 25;
const MOST = 1.5;
/** Sooner, readers get what is stored while the new page is made behind them. */
const PAST_GRACE_MS = 600;

/** A page with few articles stored, and the one that stands for it with many. */
const PAGES = {
  "trang chủ": ["/", "/"],
  "chuyên mục, trang 1": ["/chuyen-muc/hoat-dong-chi-bo", "/chuyen-muc/hoat-dong-chi-bo"],
  "chuyên mục, trang 500": ["/chuyen-muc/hoat-dong-chi-bo?trang=5", "/chuyen-muc/hoat-dong-chi-bo?trang=500"],
  "bài viết": ["", ""],
  "tìm từ thường gặp": ["/tim-kiem?q=chi+b%E1%BB%99", "/tim-kiem?q=chi+b%E1%BB%99"],
  "tìm cụm từ hiếm": [
    "/tim-kiem?q=di%E1%BB%85n+%C4%91%C3%A0n+sinh+ho%E1%BA%A1t",
    "/tim-kiem?q=di%E1%BB%85n+%C4%91%C3%A0n+sinh+ho%E1%BA%A1t",
  ],
} as const;

/** Time until a page is made anew, in turn from a site with few articles and from one with many: pages must not grow with the archive. */
export async function measureGrowth(
  figures: Figures,
  root: string,
  folders: [string, string],
  ports: [number, number],
) {
  const few = await open(root, folders[0], ports[0]);
  const many = await open(root, folders[1], ports[1]);
  const times = new Map<string, [number, number][]>();
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const site of [few, many]) await site.newsroom.publish(site.article); // what is stored is out of date
      await new Promise((resolve) => setTimeout(resolve, PAST_GRACE_MS));
      for (const [name, [small, large]] of Object.entries(PAGES)) {
        const pair: [number, number] = [await time(few, small), await time(many, large)];
        times.set(name, [...(times.get(name) ?? []), pair]);
      }
    }
  } finally {
    for (const { newsroom, server } of [few, many]) {
      newsroom.close();
      await server.stop();
    }
  }
  for (const [name, pairs] of times) {
    const [small, large] = [median(pairs.map(([ms]) => ms)), median(pairs.map(([, ms]) => ms))];
    const grown = large / small;
    const found = `${grown.toFixed(2)} (${small.toFixed(1)} → ${large.toFixed(1)} ms)`;
    figures.add(`${name}, nhiều bài / ít bài`, `≤ ${MOST}`, found, grown <= MOST);
  }
}

async function open(root: string, data: string, port: number) {
  const server: Server = await startSite(root, data, port, { WEB_CONCURRENCY: "1" });
  const newsroom = openNewsroom(data);
  return { server, newsroom, article: await newsroom.seed() };
}

type Site = Awaited<ReturnType<typeof open>>;

async function time({ server, article }: Site, path: string) {
  const started = performance.now();
  const answer = await fetch(server.origin + (path || article), { headers: { "accept-encoding": "br" } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - started;
}
