import pg from "pg";

/** Asks the test's database as its owner: what the application's role may not see or do. */
export async function ownerQuery<Row>(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: process.env["OWNER_URL"] });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
