import { expect } from "@playwright/test";
import type pg from "pg";
import { SEED, site, test } from "#tests/e2e/fixtures.ts";
import { asOwner } from "#tests/support/embedded-owner.ts";

const NAME = "chuyen_muc";

const shut = (client: pg.Client) =>
  client
    .query(`ALTER DATABASE ${NAME} ALLOW_CONNECTIONS false`)
    .then(() => client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [NAME]))
    .then(() => undefined);
const open = (client: pg.Client) => client.query(`ALTER DATABASE ${NAME} ALLOW_CONNECTIONS true`).then(() => undefined);

test("while the database is away kept pages are served, others say so, and it recovers by itself", async ({
  request,
}) => {
  const kept = await (await request.get(SEED)).text();
  await request.get(SEED);

  await asOwner(site().dataFolder, shut, "postgres");
  try {
    await expect(async () => {
      const answer = await request.get(`/tim-kiem?q=chua-ai-hoi-${Date.now()}`);
      expect(answer.status()).toBe(503);
      expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
      expect(await answer.text()).toMatch(/lang="vi"/);
    }).toPass({ timeout: 15_000 });

    const answer = await request.get(SEED);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toBe(kept);
  } finally {
    await asOwner(site().dataFolder, open, "postgres");
  }

  await expect(async () => {
    expect((await request.get(`/tim-kiem?q=da-tro-lai-${Date.now()}`)).status()).toBe(200);
  }).toPass({ timeout: 10_000 });
});
