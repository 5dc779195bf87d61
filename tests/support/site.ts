import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { root } from "#tests/support/run.ts";

/** What the tests know of the running site; handed to Playwright's workers in SITE_UNDER_TEST. */
export type SiteUnderTest = { origin: string; setupPath: string; dataFolder: string };

/** The code that every confirmation picture of the site under test shows. */
export const TEST_CODE = "K7M3X";
const PATIENCE = 180_000;

/** Starts the site as an operator would, in an empty folder, and stops it at the end. */
export default async function serveSite() {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-e2e-"));
  const port = await freePort();
  const child = spawn("npm", ["start"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataFolder,
      CAPTCHA_TEST_CODE: TEST_CODE,
      LINK_CHECK: "off",
      TRUSTED_PROXIES: "1", // so that each test can come from a network of its own
    },
  });

  const said = await ready(child);
  const site: SiteUnderTest = {
    origin: `http://127.0.0.1:${port}`,
    setupPath: /\/quan-tri\/thiet-lap\?ma=[\w-]+/.exec(said)?.[0] ?? "",
    dataFolder,
  };
  process.env["SITE_UNDER_TEST"] = JSON.stringify(site);
  return async () => {
    await stopped(child);
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

/** Everything it said until it printed its address. */
function ready(child: ChildProcess) {
  let said = "";
  return new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`npm start was not ready in time:\n${said}`)), PATIENCE);
    const hear = (bytes: Buffer) => {
      said += bytes;
      if (!/https?:\/\/127\.0\.0\.1:\d+/.test(said)) return;
      clearTimeout(timer);
      setTimeout(() => resolve(said), 500); // the set-up link follows the address
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)));
  });
}

function stopped(child: ChildProcess) {
  return new Promise<void>((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

export function freePort() {
  return new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
