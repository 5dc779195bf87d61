/** A line for the operator, on standard output. */
export const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

/** What went wrong, on standard error. */
export const complain = (sentence: string) => void process.stderr.write(`${sentence}\n`);

const terminal = process.stderr.isTTY;

/** Shows that long work goes on, beside a command's output: a counting line on a terminal, one now and then in a log. */
export async function showingProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} giây`;
  complain(`${what}…`);
  const timer = setInterval(
    () => process.stderr.write(terminal ? `\r${what}… ${seconds()}` : `${what}… ${seconds()}\n`),
    terminal ? 1000 : 10_000,
  );
  try {
    const result = await work();
    complain(`${terminal ? "\r" : ""}${what}: xong sau ${seconds()}.`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
