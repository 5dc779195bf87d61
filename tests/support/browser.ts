import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { run } from "#tests/support/run.ts";

const SHELL = "chromium-headless-shell"; // Debian's: half the work of the whole browser, which paints windows nobody sees
const NAMES = [
  SHELL,
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const APT = ["-o", "DPkg::Lock::Timeout=300", "-y", "--no-install-recommends"];

/** The browser for the end-to-end tests; installs one when the machine has none. Never answers without one that starts. */
export async function provideBrowser() {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen && !starts(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, and that does not start.`);
  const found = chosen || findBrowser();
  if (found) return found;

  for (const install of [installPackage, installPlaywrightsOwn]) {
    await install();
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error("No browser for the end-to-end tests: install Chromium or Chrome, or set CHROMIUM_PATH.");
}

async function installPackage() {
  if (process.getuid?.() !== 0 || !starts("apt-get")) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"]);
  const shell = await run("apt-get", ["install", ...APT, SHELL], { env });
  if (!shell.ok) await run("apt-get", ["install", ...APT, "chromium"], { env });
}

const installPlaywrightsOwn = () => run("playwright", ["install", "chromium"]);

/** A browser of the machine, else the one that Playwright keeps. */
export function findBrowser() {
  const own = chromium.executablePath();
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const installed = NAMES.flatMap((name) => folders.map((folder) => path.resolve(folder, name)));
  return [...installed, own].find((file) => existsSync(file) && starts(file));
}

/** Ubuntu's chromium-browser is a note that asks for a snap: that a file is there proves nothing. */
const starts = (program: string) => spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
