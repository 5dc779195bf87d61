import { startProcesses } from "#lib/server/processes.ts";
import { buildWhenChanged } from "#lib/server/start/build.ts";
import { prepareFirstRun } from "#lib/server/start/first-run.ts";
import { claimPlace, openDatabase } from "#lib/server/start/prepare.ts";
import { root } from "#lib/server/start/root.ts";

/**
 * Brings the site up, step by step; what a step started is undone when a later one fails or the process is told to end.
 * Next is loaded while the database starts: the two take a second each.
 */
export async function startSite() {
  const { port, announce } = await claimPlace();
  const [{ ownerUrl, appUrl }, serve] = await Promise.all([openDatabase(), loadNext(port)]);
  const [setupPath] = await Promise.all([prepareFirstRun({ ownerUrl, appUrl }), serve(appUrl)]);
  announce(setupPath);
}

async function loadNext(port: number) {
  await buildWhenChanged(root);
  return startProcesses(port);
}
