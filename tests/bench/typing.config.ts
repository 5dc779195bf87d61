import { defineConfig } from "@playwright/test";
import site from "../../playwright.config.ts";

/** `npm run bench:typing`: a wait in milliseconds says something on a quiet machine only, so it is no part of `npm test`. */
export default defineConfig({
  ...site,
  testDir: "..",
  outputDir: "../../.data/bench-results",
  globalSetup: "../support/site.ts",
  reporter: "list",
  workers: 1,
  projects: [
    { name: "first run", testMatch: "e2e/first-run.spec.ts" },
    { name: "typing", testMatch: "bench/typing.spec.ts", dependencies: ["first run"] },
  ],
});
