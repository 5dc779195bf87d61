import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { EngineAdapter } from "#tests/support/engine-adapter.ts";

type Glue = typeof glue & { __wbg_set_wasm(exports: WebAssembly.Exports): void };
const filters = { externalTables: [], externalEnums: [] };

/**
 * The SQL that leads from prisma/migrations to prisma/schema.prisma, or "" when they agree.
 * Prisma's own schema engine answers, in its WASM build: the native one has to be downloaded. `url` may create databases.
 */
export async function schemaDrift(url: string, folder = path.resolve("prisma")) {
  await loadEngine();
  const schema = path.join(folder, "schema.prisma");
  const content = readFileSync(schema, "utf8");
  const adapter = new EngineAdapter(url);
  const datamodels: [string, string][] = [[schema, content]];
  const engine = await glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...migrations(path.join(folder, "migrations")) },
      to: { tag: "schemaDatamodel", files: [{ path: schema, content }] },
      script: true,
      exitCode: true,
      filters,
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  } finally {
    engine.free();
    await adapter.close();
  }
}

async function loadEngine() {
  // Not import.meta.resolve, which vitest lacks.
  const module = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(path.join(path.dirname(module), "schema_engine_bg.wasm"));
  const imports = { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  (glue as Glue).__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
}

function migrations(folder: string) {
  const read = (...names: string[]) => readFileSync(path.join(folder, ...names), "utf8");
  return {
    baseDir: folder,
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: read("migration_lock.toml") },
    migrationDirectories: readdirSync(folder)
      .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: read(name, "migration.sql") },
        },
      })),
  };
}
