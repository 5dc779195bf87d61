import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "#lib/server/embedded-postgres.ts";
import { migrate, prepareAppRole } from "#lib/server/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
    template: string;
  }
}

export const TEST_SECRET = "only-for-tests-only-for-tests-only-for-tests";
const TEMPLATE = "template_tests";

/** One PostgreSQL for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject) {
  const server = await startEmbeddedPostgres(path.resolve(".data/tests"), TEMPLATE, { durable: false });
  try {
    await migrate(server.url, path.resolve("prisma/migrations"));
    await prepareAppRole(server.url, "only-for-tests");
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("ownerUrl", server.url);
  project.provide("template", TEMPLATE);
  return () => server.stop();
}
