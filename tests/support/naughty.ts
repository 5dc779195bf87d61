import { existsSync, readFileSync } from "node:fs";

const FILE = "../shared/corpora/naughty/naughty.jsonl";

/** Strings that broke other projects, or undefined where the folder of test data is absent. */
export function naughtyStrings() {
  if (!existsSync(FILE)) return undefined;
  const lines = readFileSync(FILE, "utf8").trim().split("\n");
  return lines.map((line) => String((JSON.parse(line) as { s: unknown }).s));
}
