import { readdirSync } from "node:fs";
import path from "node:path";
import { root, run } from "#tests/support/run.ts";

type Check = { name: string; ok: boolean; seconds: number; count: string; output: string };

const CRUISED = ["app", "components", "lib", "tests", "proxy.ts", "next.config.mjs"];

/** The checks that need no database, two at a time: types, lint and format, direction of imports, what nothing uses. */
export async function runChecks(report: (check: Check) => void) {
  const first = [types, unused];
  const second = [style, imports];
  const done = await Promise.all(
    [first, second].map(async (lane) => {
      const results: Check[] = [];
      for (const check of lane) {
        const result = await check();
        report(result);
        results.push(result);
      }
      return results;
    }),
  );
  return done.flat();
}

async function types(): Promise<Check> {
  const result = await run("tsc", ["--noEmit", "--diagnostics"], { quiet: true });
  return { name: "tsc", ...result, count: `${/^Files:\s+(\d+)/m.exec(result.output)?.[1] ?? 0} files` };
}

async function style(): Promise<Check> {
  const result = await run("biome", ["check", "--error-on-warnings", "."], { quiet: true });
  return { name: "biome", ...result, count: /Checked (\d+ files)/.exec(result.output)?.[1] ?? "0 files" };
}

type Cruise = {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};

/** With a parser that it cannot load dependency-cruiser sees nothing and is content: so it must have seen every source file. */
async function imports(): Promise<Check> {
  const args = ["--config", ".dependency-cruiser.mjs", "--output-type", "json", ...CRUISED];
  const { stdout, output, seconds } = await run("depcruise", args, { quiet: true });
  const base = { name: "imports", seconds };
  if (!stdout.startsWith("{")) return { ...base, ok: false, count: "0 modules", output };

  const { modules, summary } = JSON.parse(stdout) as Cruise;
  const seen = new Set(modules.map(({ source }) => source));
  const missed = sourceFiles().filter((file) => !seen.has(file));
  const lines = [
    ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ...missed.map((file) => `not seen: ${file}`),
  ];
  return { ...base, ok: lines.length === 0, count: `${seen.size} modules`, output: lines.join("\n") };
}

function sourceFiles() {
  return CRUISED.filter((entry) => !entry.includes(".")).flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
      .map((file) => path.posix.join(folder, file.replaceAll(path.sep, "/"))),
  );
}

async function unused(): Promise<Check> {
  const result = await run("knip", ["--no-progress", "--no-config-hints"], { quiet: true });
  const found = [...result.output.matchAll(/^[A-Z][A-Za-z ]+ \((\d+)\)$/gm)];
  return { name: "knip", ...result, count: `${found.reduce((sum, [, count]) => sum + Number(count), 0)} findings` };
}

/** One line a check, and what it found when it failed. */
export function printCheck({ name, ok, seconds, count, output }: Check) {
  process.stdout.write(`${ok ? "ok    " : "FAILED"} ${name.padEnd(9)}${count.padEnd(16)}${seconds.toFixed(1)} s\n`);
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
}
