import { log } from "#lib/log.ts";
import type { ToProcess } from "#lib/server/content/siblings.ts";

/** The longest that what is under way may take once a process is told to end. */
const DRAIN_MS = 10_000;

/** Next installs a listener that lives on after a bug; a process in an unknown state must not. */
export function endAfterBugs() {
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "Uncaught exception: this process ends");
    process.exit(1);
  });
  process.on("unhandledRejection", (error) => log.error({ err: error }, "Unhandled rejection"));
}

/** Calls `drain` once when the primary (processes.ts) or a signal asks for the end, and ends the process when it takes too long. */
export function hearDrain(drain: () => void) {
  let asked = false;
  function ask() {
    if (asked) return;
    asked = true;
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    drain();
  }
  process.on("message", ({ type }: ToProcess) => type === "drain" && ask());
  process.on("SIGTERM", ask);
  // The terminal sends these to every process of the group: the primary decides.
  for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => {});
}
