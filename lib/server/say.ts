/** A line for the operator, on standard output. */
export const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

/** What went wrong, on standard error. */
export const complain = (sentence: string) => void process.stderr.write(`${sentence}\n`);

const EVERY = process.stdout.isTTY ? 1000 : 10_000;

/** Shows that long work goes on: a counting line on a terminal, a line now and then in a log. */
export async function showingProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} giây`;
  const tick = () => process.stdout.write(process.stdout.isTTY ? `\r${what}… ${seconds()}` : `${what}… ${seconds()}\n`);
  say(`${what}…`);
  const timer = setInterval(tick, EVERY);
  try {
    const result = await work();
    say(`${process.stdout.isTTY ? "\r" : ""}${what}: xong sau ${seconds()}.`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
