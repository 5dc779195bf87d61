import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { withOwner } from "#lib/server/database/owner-connection.ts";
import { codeOf, messageOf, refusal } from "#lib/server/start/operator-failure.ts";

type Applied = { id: string; migration_name: string; checksum: string; finished_at: Date | null };
type Migration = { name: string; sql: string; checksum: string };

/**
 * Applies prisma/migrations as `prisma migrate deploy` would (same table, checksums and lock); returns the names applied.
 * Each file is one transaction together with its row of history, so a failed or killed one left nothing behind and is
 * simply tried again at the next start.
 */
export async function migrate(ownerUrl: string, folder: string) {
  return withOwner(ownerUrl, async (client) => {
    await client.query(HISTORY);
    const wanted = readMigrations(folder);
    const { rows } = await client.query<Applied>(
      "SELECT id, migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const finished = rows.filter((row) => row.finished_at);
    refuseOtherHistory(finished, wanted);
    await client.query(
      "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL",
    );

    const done = new Set(finished.map((row) => row.migration_name));
    const pending = wanted.filter(({ name }) => !done.has(name));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

function refuseOtherHistory(finished: Applied[], wanted: Migration[]) {
  const known = new Map(wanted.map(({ name, checksum }) => [name, checksum]));
  for (const { migration_name: name, checksum } of finished) {
    if (!known.has(name))
      throw refusal(
        `Cơ sở dữ liệu thuộc một phiên bản mới hơn (đã có bước nâng cấp ${name}). Hãy chạy phiên bản mới hơn của Chuyên mục Đảng.`,
      );
    if (known.get(name) !== checksum)
      throw refusal(
        `Tệp prisma/migrations/${name}/migration.sql đã bị sửa sau khi áp dụng. Hãy khôi phục tệp gốc rồi chạy lại.`,
      );
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  const id = randomUUID();
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      "UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1, logs = NULL WHERE id = $1",
      [id],
    );
    await client.query("COMMIT");
  } catch (error) {
    await noteFailure(client, id, error);
    if (codeOf(error) === "53100") throw error; // disk full: the start says that better
    throw refusal(
      `Bước nâng cấp cơ sở dữ liệu ${name} bị lỗi (${messageOf(error)}) và chưa thay đổi gì. Hãy chạy lại phiên bản cũ, hoặc cài bản đã sửa lỗi.`,
    );
  }
}

/** Best effort: the connection itself may be what failed. */
async function noteFailure(client: pg.Client, id: string, error: unknown) {
  try {
    await client.query("ROLLBACK");
    await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, messageOf(error)]);
  } catch {}
}

const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
