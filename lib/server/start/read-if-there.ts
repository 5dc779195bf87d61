import fs from "node:fs";
import { codeOf } from "#lib/server/start/operator-failure.ts";

/** The text of a file, or "" without one: whoever it belongs to may take it away between a look and a reading. */
export function readIfThere(file: string) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return "";
    throw error;
  }
}
