import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { buildWhenChanged } from "#lib/server/start/build.ts";

// Stand-ins for Prisma and Next that write down that they were run.
const STAND_IN = `require("node:fs").appendFileSync("runs", NAME + " ");
if (require("node:fs").existsSync("fail")) { console.error("Unexpected token"); process.exit(1); }
require("node:fs").mkdirSync(FOLDER, { recursive: true });`;

let root = "";
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "build-"));
  write(
    "node_modules/prisma/build/index.js",
    STAND_IN.replace("NAME", '"client"').replace("FOLDER", '"prisma/client"'),
  );
  write("node_modules/next/dist/bin/next", STAND_IN.replace("NAME", '"site"').replace("FOLDER", '".next"'));
  write("prisma/schema.prisma", "");
  write("app/page.tsx", "");
});

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const runs = () => readFileSync(path.join(root, "runs"), "utf8").trim();

test("what did not change is not built again", async () => {
  await buildWhenChanged(root);
  await buildWhenChanged(root);
  expect(runs()).toBe("client site");

  write("app/page.tsx", "changed");
  await buildWhenChanged(root);
  expect(runs()).toBe("client site site");

  write("lib/server/front/front.ts", "not part of what Next builds");
  await buildWhenChanged(root);
  expect(runs()).toBe("client site site");
});

test("a build that failed says why and is made again", async () => {
  write("fail", "");
  await expect(buildWhenChanged(root)).rejects.toThrow(/Unexpected token[\s\S]*không xong/);

  rmSync(path.join(root, "fail"));
  await buildWhenChanged(root);
  expect(runs()).toBe("client client site");
});

test("starts at once build once", async () => {
  await Promise.all([buildWhenChanged(root), buildWhenChanged(root), buildWhenChanged(root)]);
  expect(runs()).toBe("client site");
});
