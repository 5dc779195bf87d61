import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/database-server.ts"],
    setupFiles: ["tests/support/own-database.ts"],
    pool: "threads", // a process for each file takes a third more time
    maxWorkers: 2, // tests wait for the database half of their time: also where there are two processors
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
