import { readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { withConnection } from "#lib/server/database/connection.ts";

/** Connection string of the embedded server's owner, for a site with its files in `dataFolder`. */
export function embeddedOwnerUrl(dataFolder: string, database = "chuyen_muc") {
  const read = (name: string) => readFileSync(path.join(dataFolder, "postgres", name), "utf8").trim();
  return `postgresql://chuyen_muc_owner:${read("password")}@127.0.0.1:${read("port")}/${database}`;
}

/** Works on the embedded server as its owner, on a connection of its own. */
export function asOwner<T>(dataFolder: string, work: (client: pg.Client) => Promise<T>, database?: string) {
  return withConnection(embeddedOwnerUrl(dataFolder, database), work);
}
