import { end, endOnSignals, isEnding } from "#lib/server/start/ending.ts";
import { explain } from "#lib/server/start/operator-failure.ts";
import { complain } from "#lib/server/start/say.ts";

/** Runs a long-lived program: it ends well on a signal, and with a sentence and exit code 1 when it cannot start. */
export async function runProgram(start: () => Promise<void>) {
  endOnSignals();
  for (const output of [process.stdout, process.stderr]) output.on("error", () => void end(1)); // whoever read it is gone: a closed pipe ends other programs at once
  try {
    await start();
  } catch (error) {
    if (!isEnding()) complain(explain(error));
    await end(1);
  }
}
