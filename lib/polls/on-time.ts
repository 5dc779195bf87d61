import { pool } from "#lib/pool.ts";
import { repeat } from "#lib/repeat.ts";

const A_SECOND = 1000;

/** Which polls take votes now, by the database's clock: their ids in one word. */
export async function readOpenPolls() {
  const { rows } = await pool.query<{ open: string }>({
    name: "open-polls",
    text: `SELECT coalesce(string_agg(id::text, ',' ORDER BY id), '') AS open FROM "Poll"
           WHERE "opensAt" <= now() AND ("closesAt" IS NULL OR now() < "closesAt")`,
  });
  return rows[0]?.open ?? "";
}

/** A poll that opens or closes at its second changes pages though nobody published anything: `tell` hears each second how it stands. */
export function keepPollsOnTime(tell: (open: string) => void) {
  repeat({ everyMs: A_SECOND }, "open polls could not be looked for", async () => tell(await readOpenPolls()));
}
