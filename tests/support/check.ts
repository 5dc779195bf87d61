import { buildWhenChanged } from "#lib/server/build.ts";
import { type Check, runChecks } from "#tests/support/checks.ts";
import { root } from "#tests/support/run.ts";

/** `npm run check`: one line a check, what it found when it failed, and an exit code. */
function print({ name, ok, seconds, count, output }: Check) {
  process.stdout.write(`${ok ? "ok    " : "FAILED"} ${name.padEnd(9)}${count.padEnd(16)}${seconds.toFixed(1)} s\n`);
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
}

buildWhenChanged(root, { site: false });
const checks = await runChecks(print);
process.exitCode = checks.every(({ ok }) => ok) ? 0 : 1;
