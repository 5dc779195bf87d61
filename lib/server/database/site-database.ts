import path from "node:path";
import { dataPath, env } from "#lib/env.ts";
import { keyedDigest } from "#lib/secrets.ts";
import { makeAppRole, restrictAppRole } from "#lib/server/database/app-role.ts";
import { requireFitDatabase } from "#lib/server/database/database-fitness.ts";
import { startEmbeddedPostgres } from "#lib/server/database/embedded-postgres.ts";
import { migrate } from "#lib/server/database/migrate.ts";
import { root } from "#lib/server/start/root.ts";

export const postgresFolder = () => dataPath("postgres");

/** The site's database, running, up to date and with the application's role: the embedded one, or the one of DATABASE_URL. */
export async function openSiteDatabase() {
  const embedded = env.DATABASE_URL ? undefined : await startEmbeddedPostgres(postgresFolder(), "chuyen_muc");
  const ownerUrl = env.DATABASE_URL ?? embedded?.url ?? "";
  try {
    await requireFitDatabase(ownerUrl);
    const password = keyedDigest("database role").toString("base64url");
    const appUrl = env.DATABASE_APP_URL ?? (await makeAppRole(ownerUrl, password));
    await requireFitDatabase(appUrl); // a role can have settings of its own
    const applied = await migrate(ownerUrl, path.join(root, "prisma/migrations"));
    await restrictAppRole(ownerUrl, appUrl);
    return { ownerUrl, appUrl, applied, embedded, stop: async () => embedded?.stop() };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
