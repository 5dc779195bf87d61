import { randomBytes } from "node:crypto";
import { withConnection } from "#lib/server/database/connection.ts";

/** A database without a table, on the test run's server; its owner's connection string. */
export async function emptyDatabase() {
  const name = `t_${randomBytes(6).toString("hex")}`;
  const url = new URL(process.env["OWNER_URL"] ?? "");
  await ask(url.href, `CREATE DATABASE "${name}" TEMPLATE template0`);
  url.pathname = `/${name}`;
  return url.href;
}

/** One statement on a connection of its own. */
export async function ask<Row>(url: string, text: string, values: unknown[] = []) {
  return withConnection(url, async (client) => (await client.query(text, values)).rows as Row[]);
}
