import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { atEnd } from "#lib/server/start/ending.ts";

/**
 * Where the processes of this site speak to each other: a socket in a folder that nobody else may open, gone at the end.
 * Not in the data folder, whose path may be longer than the 107 bytes that Linux takes (unix(7)).
 */
export function makeSocketPath() {
  if (process.platform === "win32") return `\\\\.\\pipe\\chuyen-muc-dang-${randomUUID()}`;
  const folder = mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-dang-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, "next.sock");
}
