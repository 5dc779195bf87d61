import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import zlib from "node:zlib";
import { createFigures, type Figures } from "#tests/bench/figures.ts";
import { measureColdFill, measureMemory, PAGES_FOR_COLD_FILL } from "#tests/bench/fills.ts";
import { measureFirstView } from "#tests/bench/first-view.ts";
import { measureGrowth } from "#tests/bench/growth.ts";
import { measureLighthouse } from "#tests/bench/lighthouse.ts";
import { measureMixedLoad } from "#tests/bench/mixed.ts";
import { openNewsroom } from "#tests/bench/newsroom.ts";
import { measureRates } from "#tests/bench/rates.ts";
import { measureRestarts } from "#tests/bench/restarts.ts";
import { type Bytes, type Server, startBare, startNextTwin, startNginx, startSite } from "#tests/bench/servers.ts";
import { measureVotes } from "#tests/bench/votes.ts";
import { findBrowser, provideBrowser } from "#tests/support/browser.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PORTS = { site: 3901, nginx: 3902, bare: 3903, next: 3904, votes: 3905, few: 3906, many: 3907, desk: 3909 };
const HELP = `Cách dùng: npm run bench -- [--articles 100000] [--pages 100000] [--most 1000000] [--only rates,view,fill,mixed,memory,lighthouse,restarts,votes,growth,desk]
Đo trang bài viết bên cạnh nginx, node:http trần và trang dựng sẵn của Next. Cần Linux; nginx, wrk và trình duyệt được cài nếu thiếu.
`;
const PARTS = ["view", "rates", "lighthouse", "fill", "mixed", "memory", "restarts", "votes", "growth", "desk"];
/** With a server, or a site, of their own. */
const APART = ["votes", "growth", "desk"];
const WITH_BROWSER = ["lighthouse", "desk"];

type Counts = Record<"articles" | "pages" | "most", number>;

/** Prints the table even when a part fails: the others took their time. */
async function measure(parts: string[], counts: Counts) {
  requirePrograms();
  if (parts.some((part) => WITH_BROWSER.includes(part))) await provideBrowser();
  const figures = createFigures();
  try {
    await measureAll(figures, parts, counts);
  } finally {
    process.stdout.write(`\n${figures.table()}\n`);
  }
  return figures.missed === 0 ? 0 : 1;
}

async function measureAll(figures: Figures, parts: string[], { articles, pages, most }: Counts) {
  const data = path.join(ROOT, ".data/bench");
  if (parts.includes("votes")) await measureVotes(figures, ROOT, PORTS.votes);
  if (parts.some((part) => !APART.includes(part))) await measurePages(figures, data, parts, articles, pages);
  if (parts.includes("desk")) {
    await warm(data, articles);
    const { measureDesk } = await import("#tests/bench/desk.ts"); // it looks for the browser as it loads
    await measureDesk(figures, ROOT, data, PORTS.desk);
  }
  if (parts.includes("growth")) await compareArchives(figures, data, most);
}

async function measurePages(figures: Figures, data: string, parts: string[], articles: number, pages: number) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-dang-bench-"));
  await warm(data, articles);
  const site = await startSite(ROOT, data, PORTS.site);
  const newsroom = openNewsroom(data);
  try {
    figures.add("sẵn sàng sau npm start", "≤ 4 s", `${(site.readyAfter / 1000).toFixed(1)} s`, site.readyAfter <= 4000);
    await measureParts(figures, site, newsroom, parts, folder, pages);
  } finally {
    newsroom.close();
    await site.stop();
  }
}

async function compareArchives(figures: Figures, data: string, most: number) {
  const folders: [string, string] = [`${data}-few`, `${data}-many`];
  await warm(folders[0], 1000);
  const started = performance.now();
  const isNew = await warm(folders[1], most);
  const minutes = (performance.now() - started) / 60_000;
  if (isNew) figures.add(`db:fill, ${most} bài`, "≤ 10 phút", `${minutes.toFixed(1)} phút`, minutes <= 10);
  await measureGrowth(figures, ROOT, folders, [PORTS.few, PORTS.many]);
}

/** The database is filled and the site built before anything is timed; false when they were already. */
async function warm(data: string, articles: number) {
  const filled = path.join(data, "filled");
  if (fs.existsSync(filled) && Number(fs.readFileSync(filled, "utf8")) >= articles) return false;
  fs.rmSync(data, { recursive: true, force: true });
  execFileSync("npm", ["run", "db:fill", "--", "--articles", String(articles)], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, DATA_DIR: data },
  });
  await (await startSite(ROOT, data, PORTS.site)).stop();
  fs.writeFileSync(filled, String(articles));
  return true;
}

async function measureParts(
  figures: Figures,
  site: Server,
  newsroom: Newsroom,
  parts: string[],
  folder: string,
  pages: number,
) {
  const article = await newsroom.seed();
  if (parts.includes("view")) await measureFirstView(figures, site.origin, article);
  if (parts.includes("rates")) await beside(figures, site, article, folder);
  if (parts.includes("lighthouse"))
    await measureLighthouse(figures, site.origin, { "bài viết": article, ...KINDS }, folder, findBrowser() ?? "");
  if (parts.includes("fill")) await measureColdFill(figures, site, await newsroom.paths(PAGES_FOR_COLD_FILL));
  if (parts.includes("mixed")) await measureMixedLoad(figures, site, await newsroom.paths(5000), newsroom.publish);
  if (parts.includes("restarts")) await measureRestarts(figures, ROOT, folder);
  if (parts.includes("memory")) await measureMemory(figures, site, await newsroom.paths(pages));
}

const KINDS = {
  "trang chủ": "/",
  "chuyên mục": "/chuyen-muc/hoat-dong-chi-bo",
  "tìm kiếm": "/tim-kiem?q=chi+b%E1%BB%99",
  "thăm dò": "/tham-do/danh-gia-trang-thong-tin",
};

/** Three servers more, on the bytes that the site itself sends. */
async function beside(figures: Figures, site: Server, article: string, folder: string) {
  const url = site.origin + article;
  for (let visit = 0; visit < 8; visit++) await (await fetch(url)).arrayBuffer(); // both workers have it, and the better Brotli
  await new Promise((resolve) => setTimeout(resolve, 4500));
  const page = await readBytes(url);
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(page.identity.toString("utf8"))?.[1] ?? "";
  const nginx = await startNginx(folder, PORTS.nginx, page);
  const bare = await startBare(folder, PORTS.bare, page);
  const next = await startNextTwin(ROOT, path.join(ROOT, ".data/bench"), PORTS.next, body);
  try {
    await measureRates(figures, { nginx, bare, next, site }, article, page.headers["etag"] ?? "");
  } finally {
    for (const server of [nginx, bare, next]) await server.stop();
  }
}

async function readBytes(url: string): Promise<Bytes> {
  const answer = await fetch(url, { headers: { "accept-encoding": "br" } });
  const identity = Buffer.from(await answer.arrayBuffer());
  const br = zlib.brotliCompressSync(identity);
  const headers = { ...Object.fromEntries(answer.headers), "content-length": String(br.length) };
  return { identity, br, gzip: zlib.gzipSync(identity), headers };
}

/** nginx and wrk come from the distribution's packages. */
function requirePrograms() {
  if (["nginx", "wrk"].every(isInstalled)) return;
  if (process.getuid?.() !== 0)
    throw new Error("Thiếu nginx hoặc wrk. Hãy cài: apt-get install nginx wrk libnginx-mod-http-brotli-static");
  execFileSync("apt-get", ["update"], { stdio: "inherit" });
  const packages = ["nginx", "wrk", "libnginx-mod-http-brotli-static"];
  execFileSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends", ...packages], {
    stdio: "inherit",
  });
}

function isInstalled(program: string) {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

type Newsroom = ReturnType<typeof openNewsroom>;

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "100000" },
    pages: { type: "string", default: "100000" },
    most: { type: "string", default: "1000000" },
    only: { type: "string", default: PARTS.join(",") },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help) process.stdout.write(HELP);
else {
  const counts = { articles: Number(values.articles), pages: Number(values.pages), most: Number(values.most) };
  process.exitCode = await measure(values.only.split(","), counts);
}
