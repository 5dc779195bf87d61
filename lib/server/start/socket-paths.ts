import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { atEnd } from "#lib/server/start/ending.ts";

/**
 * Where the fronts reach each of so many processes with Next: sockets in a folder that nobody else may open, gone at the end.
 * Not in the data folder, whose path may be longer than the 107 bytes that Linux takes (unix(7)).
 */
export function makeSocketPaths(count: number) {
  const numbers = Array.from({ length: count }, (_, number) => number);
  if (process.platform === "win32") {
    const name = `\\\\.\\pipe\\chuyen-muc-dang-${randomUUID()}`;
    return numbers.map((number) => `${name}-${number}`);
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-dang-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return numbers.map((number) => path.join(folder, `${number}.sock`));
}
