import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "#lib/env.ts";

const connect = () => {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 2, connectionTimeoutMillis: 3000 });
  pool.on("error", () => {}); // an idle connection broke: the next query opens another, and reports what is wrong
  return pool;
};
const shared = globalThis as typeof globalThis & { limits?: ReturnType<typeof connect> };

type Limit = { name: string; points: number; seconds: number };

/** Counts in the database what one key (a keyed digest, never an address) spends in a window that starts with its first point. */
export function createLimit({ name, points, seconds }: Limit) {
  shared.limits ??= connect();
  const limiter = new RateLimiterPostgres({
    storeClient: shared.limits,
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    inMemoryBlockOnConsumed: points + 1, // a flood is refused without asking the database
  });

  /** Takes points from what the key has left; false once there is not enough. */
  return async function spend(key: string, amount = 1) {
    try {
      await limiter.consume(key, amount);
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  };
}
