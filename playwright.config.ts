import { defineConfig } from "@playwright/test";
import { findBrowser } from "#tests/support/browser.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? findBrowser();
const quiet = ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"];
const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** Specs that need the site as others leave it, or that leave it full of other people's titles or without a database. */
const APART = ["first-run.spec.ts", "without-script.spec.ts", "hostile.spec.ts", "outage.spec.ts", "kills.spec.ts"];

/** Runs against the real server, which tests/support/site.ts starts with `npm start`. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/e2e-results",
  globalSetup: "./tests/support/site.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: ".data/e2e.json" }]],
  use: {
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    contextOptions: { reducedMotion: "reduce" }, // nobody looks halfway from one colour to the other
    // No trace: recording one takes a fifth of the time. `playwright test --trace retain-on-failure …` records it.
    launchOptions: { args: [...quiet, ...root], ...(executablePath && { executablePath }) },
  },
  projects: [
    { name: "first run", testMatch: "first-run.spec.ts" },
    { name: "kills", testMatch: "kills.spec.ts", dependencies: ["first run"] }, // a site of its own, and half of it waiting
    { name: "site", testIgnore: APART, dependencies: ["first run"] },
    {
      name: "without script",
      testMatch: "without-script.spec.ts",
      dependencies: ["first run"],
      use: { javaScriptEnabled: false },
    },
    { name: "hostile", testMatch: "hostile.spec.ts", dependencies: ["site", "without script"] },
    { name: "outage", testMatch: "outage.spec.ts", dependencies: ["hostile"] },
  ],
});
