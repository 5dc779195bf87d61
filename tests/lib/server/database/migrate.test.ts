import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { migrate } from "#lib/server/database/migrate.ts";
import { ask, emptyDatabase } from "#tests/support/empty-database.ts";

let folder = "";
let database = "";

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "migrations-"));
  database = await emptyDatabase();
  write("1_words", "CREATE TABLE word (text text); INSERT INTO word VALUES ('một')");
});

function write(name: string, sql: string) {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

const words = () => ask<{ text: string }>(database, "SELECT text FROM word ORDER BY 1");

test("each file is applied once, in order, and remembered as Prisma remembers it", async () => {
  write("2_more", "INSERT INTO word SELECT 'hai' WHERE EXISTS (SELECT FROM word)");

  expect(await migrate(database, folder)).toEqual(["1_words", "2_more"]);
  expect(await migrate(database, folder)).toEqual([]);

  expect(await words()).toEqual([{ text: "hai" }, { text: "một" }]);
  const history = await ask<{ checksum: string; steps: number }>(
    database,
    "SELECT checksum, applied_steps_count AS steps FROM _prisma_migrations WHERE finished_at IS NOT NULL",
  );
  expect(history).toHaveLength(2);
  expect(history[0]?.checksum).toMatch(/^[0-9a-f]{64}$/);
});

test("nodes that start together apply each file once", async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database, folder)));
  expect(applied.flat()).toEqual(["1_words"]);
  expect(await words()).toHaveLength(1);
});

test("a failed file leaves nothing behind, stops the start each time, and may be corrected", async () => {
  write("2_bad", "INSERT INTO word VALUES ('nửa chừng'); SELECT 1 / 0");
  write("3_later", "INSERT INTO word VALUES ('ba')");

  await expect(migrate(database, folder)).rejects.toThrow(/2_bad bị lỗi \(division by zero\)/);
  await expect(migrate(database, folder)).rejects.toThrow(/2_bad bị lỗi/);
  expect(await words()).toEqual([{ text: "một" }]);

  write("2_bad", "INSERT INTO word VALUES ('hai')");
  expect(await migrate(database, folder)).toEqual(["2_bad", "3_later"]);
});

test("going back to the version before a failed file is possible", async () => {
  write("2_bad", "SELECT 1 / 0");
  await expect(migrate(database, folder)).rejects.toThrow();

  rmSync(path.join(folder, "2_bad"), { recursive: true });
  expect(await migrate(database, folder)).toEqual([]);
});

test("a file that a kill cut off is applied at the next start", async () => {
  await migrate(database, folder);
  write("2_more", "INSERT INTO word VALUES ('hai')");
  await ask(database, "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('cut', 'x', '2_more')");

  expect(await migrate(database, folder)).toEqual(["2_more"]);
});

test("an edited file is refused", async () => {
  await migrate(database, folder);
  write("1_words", "CREATE TABLE word (text text)");
  await expect(migrate(database, folder)).rejects.toThrow(/1_words\/migration.sql đã bị sửa sau khi áp dụng/);
});

test("a database of a newer version is refused and left as it is", async () => {
  write("9_newer", "SELECT 1");
  await migrate(database, folder);
  rmSync(path.join(folder, "9_newer"), { recursive: true });
  write("2_more", "INSERT INTO word VALUES ('hai')");

  await expect(migrate(database, folder)).rejects.toThrow(/phiên bản mới hơn \(đã có bước nâng cấp 9_newer\)/);
  expect(await words()).toHaveLength(1);
});
