import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startEmbeddedPostgres } from "#lib/server/database/embedded-postgres.ts";
import { claimFolder } from "#tests/support/folder.ts";
import { root } from "#tests/support/run.ts";
import { schemaDrift } from "#tests/support/schema-engine.ts";

/** `npm run db:migration -- add_something`: writes what prisma/schema.prisma has and the migrations lack as a new migration. */
async function writeMigration(name: string) {
  const { folder, release } = claimFolder(path.join(root, ".data/tests"));
  const server = await startEmbeddedPostgres(folder, "postgres", { durable: false });
  try {
    const sql = await schemaDrift(server.url, path.join(root, "prisma"));
    if (!sql) return "The migrations already say what the schema says: nothing written.\n";

    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const file = path.join("prisma/migrations", `${stamp}_${name}`, "migration.sql");
    mkdirSync(path.join(root, path.dirname(file)));
    writeFileSync(path.join(root, file), sql);
    return `Wrote ${file}. Read it, add what the schema cannot say, and start the site.\n`;
  } finally {
    await server.stop();
    release();
  }
}

const [name = ""] = process.argv.slice(2);
if (/^[a-z][a-z0-9_]*$/.test(name)) process.stdout.write(await writeMigration(name));
else {
  process.stderr.write("Usage: npm run db:migration -- name_in_lower_case\n");
  process.exitCode = 2;
}
