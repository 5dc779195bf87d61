import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

/** Connection string of the embedded server's owner, for a site with its files in `dataFolder`. */
export function embeddedOwnerUrl(dataFolder: string, database = "chuyen_muc") {
  const read = (name: string) => readFileSync(path.join(dataFolder, "postgres", name), "utf8").trim();
  return `postgresql://chuyen_muc_owner:${read("password")}@127.0.0.1:${read("port")}/${database}`;
}

/** Works on the embedded server as its owner, on a connection of its own. */
export async function asOwner<T>(dataFolder: string, work: (client: pg.Client) => Promise<T>, database?: string) {
  const client = new pg.Client({ connectionString: embeddedOwnerUrl(dataFolder, database) });
  client.on("error", () => {}); // the server may be killed meanwhile: the query under way reports it
  await client.connect();
  return work(client).finally(() => client.end().catch(() => {}));
}
