import { db } from "#lib/db.ts";
import { loadStarterContent } from "#lib/importers/starter.ts";
import type { FirstRun } from "#lib/server/start/first-run.ts";
import { explain } from "#lib/server/start/operator-failure.ts";
import { complain } from "#lib/server/start/say.ts";
import { makeSetupLink } from "#lib/site/mutations.ts";

process.on("SIGINT", () => {}); // from the terminal: the primary decides
const leave = () => process.exit(1);
process.on("disconnect", leave); // it is gone
try {
  await loadStarterContent();
  const report: FirstRun = { setupPath: await makeSetupLink() };
  if (process.connected) process.send?.(report);
} catch (error) {
  complain(explain(error));
  process.exitCode = 1;
} finally {
  await db.$disconnect();
  process.off("disconnect", leave);
  if (process.connected) process.disconnect();
}
