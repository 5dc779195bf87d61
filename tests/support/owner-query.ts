import { ask } from "#tests/support/empty-database.ts";

/** Asks the test's database as its owner: what the application's role may not see or do. */
export const ownerQuery = <Row>(text: string, values: unknown[] = []) =>
  ask<Row>(process.env["OWNER_URL"] ?? "", text, values);
