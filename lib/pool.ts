import pg from "pg";
import { env } from "#lib/env.ts";

/** A new connection knows no table and no function yet: what is first asked of it takes ten times as long. */
const IDLE_MS = 5 * 60_000;

function connect() {
  const connections = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: IDLE_MS,
  });
  connections.on("error", () => {}); // a resting connection was lost: the next who asks gets a new one, or hears why not
  return connections;
}

/** One a process: Next's bundles and the plain-Node server share it. Without Prisma, which a process that serves pages has no need of. */
const shared = globalThis as typeof globalThis & { databasePool?: pg.Pool };
shared.databasePool ??= connect();
export const pool = shared.databasePool;
