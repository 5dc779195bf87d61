import { explain } from "#lib/server/start/operator-failure.ts";
import { complain, say } from "#lib/server/start/say.ts";

type Step = () => unknown;
const steps: Step[] = [];
const hurries: Step[] = [];
let ended: Promise<never> | undefined;

/** What to do when this process ends; the last registered is done first. */
export const atEnd = (step: Step) => void steps.push(step);

/** What to do when the operator will not wait. */
export const inHurry = (step: Step) => void hurries.push(step);

export const isEnding = () => ended !== undefined;

/** Undoes everything that was started, then exits. The first call decides the exit code. */
export function end(code: number): Promise<never> {
  ended ??= undoAll().then(() => process.exit(code));
  return ended;
}

async function undoAll() {
  for (const step of steps.reverse()) {
    try {
      await step();
    } catch (error) {
      complain(explain(error)); // the other steps still have to be done
    }
  }
}

const ECHO = 1000; // Ctrl-C reaches us twice: from the terminal, and passed on by boot.mjs

/** Ends on a signal, or when the process that started us is gone (a killed npm passes nothing on). */
export function endOnSignals(code = 0) {
  let asked = 0;
  const ask = () => {
    if (asked === 0) {
      asked = Date.now();
      say("Đang dừng: làm nốt việc dở dang rồi tắt. Nhấn Ctrl-C lần nữa để tắt ngay.");
      void end(code);
    } else if (Date.now() - asked > ECHO) for (const hurry of hurries) hurry();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);

  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    ask();
  }, 300);
  watch.unref();
}
