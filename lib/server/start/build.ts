import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { isDiskFull } from "#lib/disk-full.ts";
import { lock } from "#lib/server/start/lock.ts";
import { refusal } from "#lib/server/start/operator-failure.ts";
import { showingProgress } from "#lib/server/start/say.ts";

const CLIENT_SOURCES = ["prisma/schema.prisma", "package-lock.json"];
const SITE_SOURCES = [
  "app",
  "components",
  "lib",
  "prisma/schema.prisma",
  "public",
  "assets",
  "proxy.ts",
  "next.config.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];
const HOUR = 3_600_000;
const END_WITH_PARENT = new URL("end-with-parent.mjs", import.meta.url).href;

/** Generates the Prisma client and builds Next when what they are made from changed since the last time. */
export async function buildWhenChanged(root: string, { client = true, site = true } = {}) {
  if (client) await once(root, "prisma/client/.made-from", CLIENT_SOURCES, () => generateClient(root));
  if (site) await once(root, ".next/.made-from", SITE_SOURCES, (stamp) => buildSite(root, stamp));
}

/** `make` runs unless the stamp says it ended well on these very sources; an interrupted run leaves no stamp. */
async function once(root: string, stamp: string, sources: string[], make: (fingerprint: string) => Promise<void>) {
  const file = path.join(root, stamp);
  const isMade = () => fs.existsSync(file) && fs.readFileSync(file, "utf8") === fingerprint(root, sources);
  if (isMade()) return;

  const release = await lock(path.join(root, "node_modules/.build.lock"), "alone", HOUR);
  try {
    if (isMade()) return; // by the process that we waited for
    const now = fingerprint(root, sources);
    fs.rmSync(file, { force: true });
    await make(now);
    fs.writeFileSync(file, now);
  } finally {
    release?.();
  }
}

function fingerprint(root: string, sources: string[]) {
  const notBundled = path.join(root, "lib/server") + path.sep;
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap((source) => filesUnder(path.join(root, source))))
    if (!file.startsWith(notBundled)) hash.update(path.relative(root, file)).update("\0").update(fs.readFileSync(file));
  return hash.digest("hex");
}

function filesUnder(at: string): string[] {
  if (!fs.existsSync(at)) return [];
  if (!fs.statSync(at).isDirectory()) return [at];
  return fs
    .readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Every command of Prisma's CLI first looks for a native engine that it does not need for this: any existing file satisfies it. */
const generateClient = (root: string) =>
  run(root, "Tạo mã truy cập cơ sở dữ liệu", "prisma/build/index.js", ["generate", "--no-hints"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
  });

/**
 * The names in a build follow from its sources alone, so nodes that build apart agree on them. What forms send is named after
 * its place in the sources and this one constant: a tab that was open during an upgrade goes on working.
 */
const buildSite = (root: string, fingerprint: string) =>
  run(root, "Dựng trang", "next/dist/bin/next", ["build"], {
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, "names").toString("base64"), // in use: the site's own, see processes.ts
    BUILD_ID: BigInt(`0x${fingerprint}`).toString().slice(0, 20), // digits: letters could spell "ad", which blockers block
  });

async function run(root: string, what: string, script: string, args: string[], extra: Record<string, string>) {
  const options = `${process.env["NODE_OPTIONS"] ?? ""} --import=${END_WITH_PARENT}`.trim();
  const child = spawn(process.execPath, [path.join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...extra, NODE_ENV: "production", NODE_OPTIONS: options },
  });
  const endWithUs = () => child.kill();
  process.once("exit", endWithUs);
  await showingProgress(what, () => ending(child, what));
  process.off("exit", endWithUs);
}

/** Rejects with what the program said when it did not end well. */
function ending(child: ChildProcessByStdio<null, Readable, Readable>, what: string) {
  let said = "";
  for (const output of [child.stdout, child.stderr])
    output.on("data", (chunk) => {
      said += chunk;
    });
  return new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else if (isDiskFull(said)) reject(new Error(said));
      else reject(refusal(`${said.trim()}\n${what}: không xong. Hãy xem thông báo ở trên, sửa lỗi rồi chạy lại.`));
    });
  });
}
