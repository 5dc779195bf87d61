import { env } from "#lib/env.ts";
import { keepServerRunning } from "#lib/server/database/postgres-watch.ts";
import { openSiteDatabase, postgresFolder } from "#lib/server/database/site-database.ts";
import { settleAuthSecret } from "#lib/server/start/auth-secret.ts";
import { claimDataFolder, ensureDataFolder } from "#lib/server/start/data-folder.ts";
import { atEnd } from "#lib/server/start/ending.ts";
import { claimPort } from "#lib/server/start/port.ts";
import { say, showingProgress } from "#lib/server/start/say.ts";
import { refuseTestCodeInPublic } from "#lib/server/start/settings.ts";

/** Takes what belongs to this site alone: folder, key, port. What can be refused without starting anything is refused here. */
export async function claimPlace() {
  refuseTestCodeInPublic();
  ensureDataFolder();
  const folder = env.DATABASE_URL ? undefined : await claimDataFolder(); // nodes on a shared database share no folder
  settleAuthSecret();
  const port = await claimPort(env.HOST, env.PORT);
  return { port, announce: (setupPath: string | null) => announce(port, folder, setupPath) };
}

/** The site's database, ready for use; it ends with this process. */
export async function openDatabase() {
  const opening = showingProgress("Khởi động cơ sở dữ liệu", () => openSiteDatabase());
  atEnd(async () => (await opening.catch(() => undefined))?.stop());
  const database = await opening;
  if (database.applied.length > 0) say(`Đã nâng cấp cơ sở dữ liệu: ${database.applied.join(", ")}.`);
  if (database.embedded) void keepServerRunning(database.embedded, postgresFolder());
  return database;
}

type Folder = Awaited<ReturnType<typeof claimDataFolder>> | undefined;

function announce(port: number, folder: Folder, setupPath: string | null) {
  const address = addressOf(env.HOST, port);
  folder?.markRunning(address);
  atEnd(() => folder?.markEnding());
  say(`Sẵn sàng: ${address}`);
  if (setupPath) say(`Thiết lập lần đầu (liên kết dùng một lần): ${env.SITE_URL ?? address}${setupPath}`);
}

/** What to type into a browser on this machine. */
function addressOf(host: string, port: number) {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
