import { AppError } from "#lib/errors.ts";

type Work = (say: (line: object) => void, gone: AbortSignal) => Promise<object>;

/**
 * An answer of JSON lines while work goes on: what it says on the way, at last what it returns, or `{ error }` for an
 * AppError. Once the reader has left, what is said goes nowhere and `gone` is aborted.
 */
export function jsonLines(work: Work) {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: object) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        say(await work(say, gone.signal));
        if (!gone.signal.aborted) controller.close();
      } catch (error) {
        if (gone.signal.aborted) return;
        if (!(error instanceof AppError)) return controller.error(error);
        say({ error: error.message });
        controller.close();
      }
    },
    cancel: () => gone.abort(),
  });
}
