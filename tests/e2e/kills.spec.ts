import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { soak } from "#tests/soak/soak.ts";
import { freePort } from "#tests/support/site.ts";

test("2,000 votes under six kills: what was told is counted, once, in page, JSON, export, table and board", async () => {
  test.setTimeout(600_000); // three minutes at most, where nothing else runs
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-kills-"));
  try {
    const outcome = await soak({ votes: 2000, kills: 6, freeze: 20, ports: [await freePort()], dataFolder });
    expect(outcome.wrong).toEqual([]);
    expect(outcome.acknowledged).toBe(2000);
    expect(outcome.untold).toBeGreaterThan(0); // or nothing was under load when it was killed
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
