import path from "node:path";
import type { TestProject } from "vitest/node";
import { makeAppRole, restrictAppRole } from "#lib/server/database/app-role.ts";
import { withConnection } from "#lib/server/database/connection.ts";
import { startEmbeddedPostgres } from "#lib/server/database/embedded-postgres.ts";
import { migrate } from "#lib/server/database/migrate.ts";
import { buildWhenChanged } from "#lib/server/start/build.ts";
import { claimFolder } from "#tests/support/folder.ts";
import { root } from "#tests/support/run.ts";

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
    appUrl: string;
    template: string;
  }
}

const TEMPLATE = "template_tests";

/** A PostgreSQL of this run's own, with a template made from today's migrations that each test file copies. */
export default async function setup(project: TestProject) {
  await buildWhenChanged(root, { site: false });
  const { folder, release } = claimFolder(path.join(root, ".data/tests"));
  const server = await startEmbeddedPostgres(folder, "postgres", { durable: false });
  const stop = async () => {
    await server.stop();
    release();
  };

  try {
    const template = await freshTemplate(server.url);
    await migrate(template, path.join(root, "prisma/migrations"));
    const appUrl = await makeAppRole(template, "only-for-tests");
    await restrictAppRole(template, appUrl);
    project.provide("appUrl", appUrl);
    project.provide("ownerUrl", template);
    project.provide("template", TEMPLATE);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function freshTemplate(url: string) {
  await withConnection(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT datname AS name FROM pg_database WHERE datname LIKE 't\\_%' OR datname = $1",
      [TEMPLATE],
    );
    for (const { name } of rows) await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${TEMPLATE}"`);
  });

  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  return template.href;
}
