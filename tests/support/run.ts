import { spawn } from "node:child_process";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

type Options = { env?: Record<string, string>; quiet?: boolean };

/** Runs a program of node_modules/.bin (or of the machine) in the project's folder; its output is kept, and shown unless `quiet`. */
export function run(program: string, args: string[], { env = {}, quiet = false }: Options = {}) {
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1", CHECKPOINT_DISABLE: "1", ...env },
  });

  const read = { output: "", stdout: "" };
  child.stdout.on("data", (bytes: Buffer) => {
    read.stdout += bytes;
    keep(bytes);
  });
  child.stderr.on("data", keep);
  function keep(bytes: Buffer) {
    read.output += bytes;
    if (!quiet) process.stdout.write(bytes);
  }

  return new Promise<{ ok: boolean; output: string; stdout: string; seconds: number }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...read, ok: code === 0, seconds: (performance.now() - started) / 1000 }));
  });
}
