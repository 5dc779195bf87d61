import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { chromium, expect, type Page } from "@playwright/test";
import { ADMIN_SESSION, test } from "#tests/e2e/fixtures.ts";
import { begin, body } from "#tests/e2e/writing.ts";
import { findBrowser } from "#tests/support/browser.ts";

test.use({ storageState: ADMIN_SESSION, trace: "off" }); // whoever traces a browser misses it when it is killed

const TYPED_FOR = 6000;
/** What may be lost. */
const LAST = 1000;

/** A browser whose process is ours to kill: one that Playwright starts ends tidily. */
async function openBrowser(profile: string) {
  const child = spawn(
    process.env["CHROMIUM_PATH"] ?? findBrowser() ?? "",
    ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", `--user-data-dir=${profile}`],
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (bytes: Buffer) => {
      said += bytes;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(`The browser ended:\n${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error("The browser has no profile.");
  await context.addCookies(JSON.parse(await readFile(ADMIN_SESSION, "utf8")).cookies);
  const kill = () => {
    const isRunning = child.exitCode === null && child.signalCode === null;
    if (child.pid && isRunning) process.kill(-child.pid, "SIGKILL"); // with all its processes: Debian's is started by a shell
    return gone;
  };
  return { page: await context.newPage(), kill };
}

/** Types numbered words without a pause while the server cannot be reached; answers when each was typed. */
async function typeIn(page: Page, address: string) {
  await page.goto(address);
  await page.route("**/ban-dang-sua", (route) => route.abort());
  const typed: number[] = [];
  await body(page).click();
  await page.keyboard.press("Control+End");
  for (const end = Date.now() + TYPED_FOR; Date.now() < end; ) {
    await page.keyboard.type(` chữ${typed.length}`, { delay: 20 });
    typed.push(Date.now());
  }
  return typed;
}

test("a browser that is killed while somebody types offers all but the last second again", async ({ page }) => {
  const address = await begin(page, "Bài lúc trình duyệt bị tắt ngang");
  const profile = await mkdtemp(path.join(os.tmpdir(), "chuyen-muc-profile-"));
  const first = await openBrowser(profile);
  let killedAt = 0;
  const typed = await typeIn(first.page, address).finally(() => {
    killedAt = Date.now();
    return first.kill();
  });

  const second = await openBrowser(profile);
  try {
    await second.page.goto(address);
    await second.page.getByRole("button", { name: "Lấy lại chữ này" }).click();
    const safe = typed.filter((at) => at < killedAt - LAST).map((_, number) => `chữ${number}`);
    await expect(body(second.page)).toContainText(safe.join(" "));
    expect(safe.length).toBeGreaterThan(5);
  } finally {
    await second.kill();
    await rm(profile, { recursive: true, force: true });
  }
});
