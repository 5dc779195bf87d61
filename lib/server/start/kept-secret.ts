import { randomBytes } from "node:crypto";
import fs from "node:fs";

/** A secret made on the first start and read ever after. Written whole or not at all: a kill must not leave half of one. */
export function keptSecret(file: string) {
  if (!fs.existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    const descriptor = fs.openSync(draft, "w", 0o600);
    fs.writeSync(descriptor, randomBytes(33).toString("base64url"));
    fs.fsyncSync(descriptor);
    fs.closeSync(descriptor);
    fs.renameSync(draft, file);
  }
  return fs.readFileSync(file, "utf8").trim();
}
