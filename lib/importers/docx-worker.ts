import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "#lib/errors.ts";
import { UNREADABLE } from "#lib/importers/docx-package.ts";
import { type ReadDocument, readDocx } from "#lib/importers/docx-read.ts";

export type WorkerMessage = { step: "started" | "opened" } | { result: ReadDocument } | { refusal: string };

const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

/** The thread in which a stranger's file is unpacked and read; its last message is the result or a refusal. */
tell({ step: "started" });
try {
  tell({ result: await readDocx(workerData, () => tell({ step: "opened" })) });
} catch (error) {
  // A reader that stumbles over a damaged file is an expected failure, whatever it threw.
  tell({ refusal: error instanceof AppError ? error.message : UNREADABLE });
}
