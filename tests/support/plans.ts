import pg from "pg";
import { vi } from "vitest";
import { pool } from "#lib/pool.ts";

type Statement = { text: string; values: unknown[] };

/** Does the work, and answers how the database would read for each of its queries. */
export async function plansOf(work: () => Promise<unknown>) {
  const asked: Statement[] = [];
  const listening = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    for (const [what, values] of listening.mock.calls as unknown as [string | Statement, unknown[]?][])
      asked.push(typeof what === "string" ? { text: what, values: values ?? [] } : what);
  } finally {
    listening.mockRestore();
  }
  const plans: string[] = [];
  for (const { text, values } of asked.filter((statement) => /^\s*(?:SELECT|WITH)\b/i.test(statement.text))) {
    const { rows } = await pool.query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, values);
    plans.push(`${text}\n${rows.map((row) => row["QUERY PLAN"]).join("\n")}`);
  }
  return plans;
}
