import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Figures } from "#tests/bench/figures.ts";

const run = promisify(execFile);
const LIGHTHOUSE = "lighthouse@13.5.0"; // fetched for the measurement alone: it is larger than the product
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

type Report = {
  categories: Record<string, { score: number }>;
  audits: Record<string, { numericValue?: number }>;
};

/** Lighthouse's simulated phone on slow 4G, for each kind of page. */
export async function measureLighthouse(
  figures: Figures,
  origin: string,
  pages: Record<string, string>,
  folder: string,
  chromium: string,
) {
  for (const [name, pathname] of Object.entries(pages)) {
    const file = path.join(folder, `lighthouse-${name}.json`);
    const flags =
      "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run";
    await run(
      "npx",
      [
        "--yes",
        LIGHTHOUSE,
        origin + pathname,
        "--quiet",
        "--output=json",
        `--output-path=${file}`,
        `--chrome-flags=${flags}`,
      ],
      {
        env: { ...process.env, CHROME_PATH: chromium },
        timeout: 180_000,
      },
    );
    const report = JSON.parse(fs.readFileSync(file, "utf8")) as Report;
    const scores = CATEGORIES.map((category) => Math.round((report.categories[category]?.score ?? 0) * 100));
    const paint = report.audits["largest-contentful-paint"]?.numericValue ?? Number.POSITIVE_INFINITY;
    figures.add(
      `Lighthouse ${name}`,
      "100 100 100 100",
      scores.join(" "),
      scores.every((score) => score === 100),
    );
    figures.add(`LCP ${name}`, "≤ 1,2 s", `${(paint / 1000).toFixed(2)} s`, paint <= 1200);
  }
}
