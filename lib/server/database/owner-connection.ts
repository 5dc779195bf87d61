import pg from "pg";

const PRISMA_LOCK = 72_707_369; // the advisory lock that `prisma migrate` takes

/** Works as the database's owner, one node at a time: nodes that start together wait for each other here. */
export async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => {}); // the query under way reports it
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
