import pg from "pg";

/** Works on a connection of its own. One that breaks is reported by the query under way, not as an exception nobody waits for. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>, patienceMs = 0) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
