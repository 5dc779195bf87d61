import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { buildWhenChanged } from "#lib/server/start/build.ts";
import { provideBrowser } from "#tests/support/browser.ts";
import { printCheck, runChecks } from "#tests/support/checks.ts";
import { root, run } from "#tests/support/run.ts";

type Count = { passed: number; failed: number };

const results = path.join(root, ".data");
const started = performance.now();
const say = (text: string) =>
  process.stdout.write(`\n[${Math.round((performance.now() - started) / 1000)} s] ${text}\n`);

/** `npm test`: everything, from a fresh clone to the browser, however much of it fails on the way. */
async function runEverything() {
  mkdirSync(results, { recursive: true, mode: 0o700 });
  say("Browser");
  const browser = await provideBrowser();
  process.stdout.write(`${browser}\n`);

  say("Checks");
  await buildWhenChanged(root, { site: false });
  const checks = await runChecks(printCheck);
  say("Unit and integration tests");
  const units = await runUnits();
  say("Build");
  const build = await attempt(() => buildWhenChanged(root));
  say("End-to-end tests");
  const endToEnd = build.failed === 0 ? await runEndToEnd(browser) : { passed: 0, failed: 1 };

  const passedChecks = checks.filter(({ ok }) => ok).length;
  return [{ passed: passedChecks, failed: checks.length - passedChecks }, units, build, endToEnd];
}

async function runUnits() {
  const file = path.join(results, "unit.json");
  rmSync(file, { force: true });
  const { ok } = await run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  return read(file, ok, (report: { numPassedTests: number; numFailedTests: number }) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }));
}

async function runEndToEnd(browser: string) {
  const file = path.join(results, "e2e.json");
  rmSync(file, { force: true });
  const { ok } = await run("playwright", ["test"], { env: { CHROMIUM_PATH: browser } });
  return read(file, ok, ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));
}

/** Counts of a report; a run that failed without a failed test (a suite that does not load) is one failure. */
function read<T>(file: string, ok: boolean, count: (report: T) => Count): Count {
  try {
    const counted = count(JSON.parse(readFileSync(file, "utf8")) as T);
    return ok || counted.failed > 0 ? counted : { ...counted, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function attempt(work: () => Promise<void>): Promise<Count> {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
    return { passed: 0, failed: 1 };
  }
}

const counts = await runEverything().catch((error): Count[] => {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
  return [{ passed: 0, failed: 1 }];
});
const sum = (what: keyof Count) => counts.reduce((total, count) => total + count[what], 0);
say("End");
process.stdout.write(`${sum("passed")} passed, ${sum("failed")} failed\n`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
