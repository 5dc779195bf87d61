import type pg from "pg";
import { withConnection } from "#lib/server/database/connection.ts";

const PRISMA_LOCK = 72_707_369; // the advisory lock that `prisma migrate` takes

/** Works as the database's owner, one node at a time: nodes that start together wait for each other here. */
export function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>) {
  return withConnection(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    return work(client);
  });
}
