import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { isAlive } from "#lib/server/start/process-alive.ts";

vi.setConfig({ testTimeout: 60_000 });

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
/** Writes down who it is, then what it is told; ends on SIGINT alone. */
const PROGRAM = `import fs from "node:fs";
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => { fs.appendFileSync("told", signal); process.exit(0); });
fs.writeFileSync("pid", String(process.pid));
setInterval(() => {}, 1000);`;

/** A clone whose program only waits. \`installed\`: whether its packages lie there already, else npm takes for ever. */
function clone({ installed }: { installed: boolean }) {
  const root = mkdtempSync(path.join(os.tmpdir(), "chuyên mục-"));
  for (const part of ["boot.mjs", "start/install.mjs", "start/end-with-parent.mjs"])
    cpSync(path.join("lib/server", part), path.join(root, "lib/server", part));
  writeFileSync(path.join(root, "lib/server/main.ts"), PROGRAM.replace('"pid"', '"program"'));
  writeFileSync(path.join(root, "package.json"), JSON.stringify({ type: "module", scripts }));
  const packages = { "node_modules/left-pad": { version: "1.0.0" } };
  writeFileSync(path.join(root, "package-lock.json"), JSON.stringify({ packages }));
  writeFileSync(path.join(root, "npm-cli.mjs"), PROGRAM);
  if (!installed) return root;
  mkdirSync(path.join(root, "node_modules/left-pad"), { recursive: true });
  writeFileSync(path.join(root, "node_modules/left-pad/package.json"), "{}");
  writeFileSync(path.join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
  return root;
}

const start = (root: string, program: string, args: string[]) =>
  spawn(program, args, {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, npm_execpath: path.join(root, "npm-cli.mjs") },
  });

/** The number that a process of the clone has written down. */
async function pidIn(file: string) {
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await pause(20);
  return Number(readFileSync(file, "utf8"));
}

async function isGone(pid: number) {
  for (const end = Date.now() + 5000; isAlive(pid) && Date.now() < end; ) await pause(20);
  return !isAlive(pid);
}

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("%s to npm reaches the program", async (signal) => {
  const root = clone({ installed: true });
  const npm = start(root, "npm", ["start"]);
  const program = await pidIn(path.join(root, "program"));

  npm.kill(signal);

  expect(await isGone(program)).toBe(true);
  expect(readFileSync(path.join(root, "told"), "utf8")).toBe(signal === "SIGKILL" ? "SIGTERM" : signal);
});

test.each(["SIGTERM", "SIGKILL"] as const)("%s while packages are installed leaves no npm behind", async (signal) => {
  const root = clone({ installed: false });
  const boot: ChildProcess = start(root, process.execPath, ["lib/server/boot.mjs", "lib/server/main.ts"]);
  const npm = await pidIn(path.join(root, "pid"));
  const gone = once(boot, "exit");

  boot.kill(signal);

  await gone;
  expect(await isGone(npm)).toBe(true);
  expect(existsSync(path.join(root, "program"))).toBe(false);
});
