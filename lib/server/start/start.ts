import { drainProcesses, killProcesses, startProcesses } from "#lib/server/processes.ts";
import { buildWhenChanged } from "#lib/server/start/build.ts";
import { atEnd, inHurry } from "#lib/server/start/ending.ts";
import { prepareFirstRun } from "#lib/server/start/first-run.ts";
import { prepareSite } from "#lib/server/start/prepare.ts";
import { root } from "#lib/server/start/root.ts";
import { makeSocketPath } from "#lib/server/start/socket-path.ts";

/** Brings the site up, step by step; what a step started is undone when a later one fails or the process is told to end. */
export async function startSite() {
  const { ownerUrl, appUrl, port, announce } = await prepareSite();
  await buildWhenChanged(root);

  const socketPath = makeSocketPath();
  atEnd(drainProcesses);
  inHurry(killProcesses);
  const [setupPath] = await Promise.all([
    prepareFirstRun({ ownerUrl, appUrl }),
    startProcesses({ appUrl, port, socketPath }),
  ]);
  announce(setupPath);
}
