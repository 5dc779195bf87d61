import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { lock, tryLock } from "#lib/server/start/lock.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "lock-"));

test("alone excludes everybody, together only those who want to be alone", () => {
  const file = path.join(folder, "manners");
  const one = tryLock(file, "together");
  const other = tryLock(file, "together");
  expect(one && other).toBeTruthy();
  expect(tryLock(file, "alone")).toBeUndefined();

  one?.();
  other?.();
  other?.(); // letting go twice is nothing
  const alone = tryLock(file, "alone");
  expect(alone).toBeTruthy();
  expect(tryLock(file, "together")).toBeUndefined();
  alone?.();
});

test("a killed process leaves no lock behind", async () => {
  const file = path.join(folder, "killed");
  const hold = `import { tryLock } from "#lib/server/start/lock.ts"; tryLock(process.argv[1], "alone"); console.log("held"); setInterval(() => {}, 1000)`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", hold, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  expect(await lock(file, "alone", 100)).toBeUndefined();

  child.kill("SIGKILL");
  const release = await lock(file, "alone", 5000);
  expect(release).toBeTruthy();
  release?.();
});
