import { buildWhenChanged } from "#lib/server/start/build.ts";
import { printCheck, runChecks } from "#tests/support/checks.ts";
import { root } from "#tests/support/run.ts";

// `npm run check`
await buildWhenChanged(root, { site: false });
const checks = await runChecks(printCheck);
process.exitCode = checks.every(({ ok }) => ok) ? 0 : 1;
