import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { installWhenNeeded } from "#lib/server/start/install.mjs";

// A stand-in for npm that unpacks one package and writes down last what it installed, as npm does.
const STAND_IN = `const fs = require("node:fs");
fs.appendFileSync("runs", "npm ");
if (fs.existsSync("fail")) { console.error(fs.readFileSync("fail", "utf8")); process.exit(1); }
fs.mkdirSync("node_modules/left-pad", { recursive: true });
fs.writeFileSync("node_modules/left-pad/package.json", "{}");
const { packages } = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));
delete packages["node_modules/other-platform"];
fs.writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages }));`;

let root = "";
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "install-"));
  writeFileSync(path.join(root, "npm-cli.cjs"), STAND_IN);
  process.env["npm_execpath"] = path.join(root, "npm-cli.cjs");
  lockVersion("1.3.0");
});

function lockVersion(version: string) {
  const packages = {
    "": {},
    "node_modules/left-pad": { version },
    "node_modules/other-platform": { version, optional: true },
  };
  writeFileSync(path.join(root, "package-lock.json"), JSON.stringify({ packages }));
}

const runs = () => readFileSync(path.join(root, "runs"), "utf8").trim().split(" ").length;

test("packages are installed once, and again when the lock file names others", async () => {
  await installWhenNeeded(root);
  await installWhenNeeded(root);
  expect(runs()).toBe(1);

  lockVersion("1.3.1");
  await installWhenNeeded(root);
  await installWhenNeeded(root);
  expect(runs()).toBe(2);
});

test("a package that went missing is brought back", async () => {
  await installWhenNeeded(root);
  rmSync(path.join(root, "node_modules/left-pad"), { recursive: true });
  await installWhenNeeded(root);
  expect(existsSync(path.join(root, "node_modules/left-pad/package.json"))).toBe(true);
});

test("an interrupted installation is thrown away and made anew", async () => {
  mkdirSync(path.join(root, "node_modules/half-unpacked"), { recursive: true });
  await installWhenNeeded(root);
  expect(existsSync(path.join(root, "node_modules/half-unpacked"))).toBe(false);
});

test.each([
  ["npm error code ENOTFOUND", /kiểm tra kết nối mạng/],
  ["npm error code ENOSPC", /Ổ đĩa đã đầy/],
  ["npm error code EACCES", /quyền ghi/],
  ["npm error something else", /something else[\s\S]*không xong/],
])("%s is a sentence, and the next start tries again", async (said, sentence) => {
  writeFileSync(path.join(root, "fail"), said);
  await expect(installWhenNeeded(root)).rejects.toThrow(sentence);

  rmSync(path.join(root, "fail"));
  await installWhenNeeded(root);
  expect(runs()).toBe(2);
});
