import path from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "#lib/errors.ts";
import type { ReadDocument } from "#lib/importers/docx-read.ts";
import type { WorkerMessage } from "#lib/importers/docx-worker.ts";

const TIME_LIMIT = 10_000;
/** With what lies outside the heap, the whole process grows by less than 300 MB. */
const MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 };
const TOO_MUCH = "Tệp Word này quá nặng hoặc quá rối, không đọc hết được. Hãy chia thành nhiều tệp rồi thử lại.";

/** By path rather than by import, so that a bundler leaves the thread's code to Node. */
const script = () => path.join(/* turbopackIgnore: true */ process.cwd(), "lib/importers/docx-worker.ts");

/** Reads a Word file in a thread of its own, ended by force when it takes too long (ms) or too much memory. */
export function readInThread(bytes: Uint8Array, onOpened: () => void, timeLimit = TIME_LIMIT) {
  return new Promise<ReadDocument>((resolve, reject) => {
    const worker = new Worker(script(), { workerData: bytes, resourceLimits: MEMORY });
    let timer: NodeJS.Timeout | undefined;
    const stop = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const refuse = (sentence: string) => stop(() => reject(new AppError("invalid", sentence)));

    worker.on("message", (message: WorkerMessage) => {
      if ("result" in message) stop(() => resolve(message.result));
      else if ("refusal" in message) refuse(message.refusal);
      else if (message.step === "opened") onOpened();
      else timer = setTimeout(() => refuse(TOO_MUCH), timeLimit);
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") refuse(TOO_MUCH);
      else stop(() => reject(error));
    });
    worker.on("exit", () => refuse(TOO_MUCH));
  });
}
