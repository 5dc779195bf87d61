import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { makeAppRole, restrictAppRole } from "#lib/server/database/app-role.ts";
import { migrate } from "#lib/server/database/migrate.ts";
import { ask, emptyDatabase } from "#tests/support/empty-database.ts";

let owner = "";
let app = "";

beforeAll(async () => {
  owner = await emptyDatabase();
  app = await makeAppRole(owner, "first password");
  await migrate(owner, path.resolve("prisma/migrations"));
  await restrictAppRole(owner, app);
});

test.each([
  "CREATE TABLE extra (id int)",
  "CREATE TEMPORARY TABLE extra (id int)",
  "CREATE SCHEMA extra",
  "CREATE EXTENSION pg_trgm",
  `ALTER TABLE "Article" ADD COLUMN extra int`,
  `ALTER TABLE "Ballot" DISABLE TRIGGER ALL`,
  `DROP TABLE "Article"`,
  `DROP INDEX "Article_search_idx"`,
  `TRUNCATE "Article"`,
  `UPDATE "Ballot" SET "optionId" = 1`,
  `DELETE FROM "Ballot"`,
  `TRUNCATE "Ballot"`,
  `UPDATE "AuditEvent" SET actor = 'x'`,
  `DELETE FROM "AuditEvent"`,
  `UPDATE "Revision" SET title = 'x'`,
  `DELETE FROM "Revision"`,
  "SELECT * FROM _prisma_migrations",
  "SELECT * FROM pg_authid",
  "SET ROLE chuyen_muc_owner",
  `COPY "Article" TO '/tmp/article'`,
])("the application may not %s", async (statement) => {
  await expect(ask(app, statement)).rejects.toThrow(/permission denied|must be owner/);
});

test("the application reads and writes rows", async () => {
  await ask(app, `INSERT INTO "Redirect" VALUES ('/a', '/b')`);
  await ask(app, `UPDATE "Redirect" SET target = '/c'`);
  expect(await ask(app, `DELETE FROM "Redirect" RETURNING target`)).toEqual([{ target: "/c" }]);
});

test("every node with the same secret gets the same role, at the same time too", async () => {
  const urls = await Promise.all([1, 2, 3].map(() => makeAppRole(owner, "first password")));
  expect(new Set(urls)).toEqual(new Set([app]));
});

test("another secret is refused rather than shut the running nodes out", async () => {
  await expect(makeAppRole(owner, "another password")).rejects.toThrow(/AUTH_SECRET không phải là khóa/);
  await ask(app, "SELECT 1");
});

test("a role that somebody else made is given rows, and refused when it can do more", async () => {
  const name = new URL(owner).pathname.slice(1);
  await ask(owner, `CREATE ROLE ${name}_given LOGIN PASSWORD 'given'`);
  const given = new URL(owner);
  given.username = `${name}_given`;
  given.password = "given";

  await restrictAppRole(owner, given.href);
  await ask(given.href, `SELECT count(*) FROM "Ballot"`);
  await expect(ask(given.href, `DELETE FROM "Ballot"`)).rejects.toThrow(/permission denied/);

  await ask(owner, `GRANT CREATE ON SCHEMA public TO ${name}_given`);
  await expect(restrictAppRole(owner, given.href)).rejects.toThrow(/quyền thừa: tạo bảng/);
  await expect(restrictAppRole(owner, owner)).rejects.toThrow(/quyền thừa: quản trị máy chủ/);
});
