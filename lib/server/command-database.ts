import { settle } from "#lib/env.ts";
import { withOwner } from "#lib/server/database/owner-connection.ts";
import { openSiteDatabase } from "#lib/server/database/site-database.ts";
import { settleAuthSecret } from "#lib/server/start/auth-secret.ts";
import { buildWhenChanged } from "#lib/server/start/build.ts";
import { ensureDataFolder } from "#lib/server/start/data-folder.ts";
import { atEnd, endOnSignals } from "#lib/server/start/ending.ts";
import { root } from "#lib/server/start/root.ts";

const INTERRUPTED = 130;

/**
 * Lets an operator's command work with the site's database, whether the site runs or not: the embedded server is joined,
 * or started and ended again unless somebody else has come to use it meanwhile. `work` must load what uses lib/db.ts by
 * `await import(…)`, because the connection is only known from here on.
 */
export async function withSiteDatabase<T>(work: () => Promise<T>): Promise<T> {
  endOnSignals(INTERRUPTED);
  ensureDataFolder();
  settleAuthSecret();
  await buildWhenChanged(root, { site: false });
  const opening = openSiteDatabase();
  atEnd(async () => (await opening.catch(() => undefined))?.stop());
  const database = await opening;
  settle({ DATABASE_URL: database.appUrl });
  const { db } = await import("#lib/db.ts");
  try {
    // A command before the first start finds what a site would find.
    const { loadStarterContent } = await import("#lib/importers/starter.ts");
    await withOwner(database.ownerUrl, loadStarterContent);
    return await work();
  } finally {
    await db.$disconnect();
    await database.stop();
  }
}
