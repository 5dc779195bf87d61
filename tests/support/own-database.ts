import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { withConnection } from "#lib/server/database/connection.ts";

// Each test file works in a database of its own, with the application's role, as the site does.
const name = `t_${randomBytes(6).toString("hex")}`;
const owner = new URL(inject("ownerUrl"));
const admin = new URL(owner);
admin.pathname = "/postgres";

await withConnection(admin.href, async (client) => {
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "${inject("template")}" STRATEGY FILE_COPY`);
  await client.query(`REVOKE CREATE, TEMPORARY ON DATABASE "${name}" FROM PUBLIC`);
});

owner.pathname = `/${name}`;
const app = new URL(inject("appUrl"));
app.pathname = owner.pathname;
process.env["OWNER_URL"] = owner.href;
process.env["DATABASE_URL"] = app.href;
process.env["AUTH_SECRET"] = "only-for-tests-only-for-tests-only-for-tests";
process.env["LOG_LEVEL"] = "silent";

// … and in a data folder of its own.
const folder = mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-test-"));
process.env["DATA_DIR"] = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
