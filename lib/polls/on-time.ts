import { db } from "#lib/db.ts";
import { repeat } from "#lib/repeat.ts";

const A_SECOND = 1000;

/** Which polls take votes now, by the database's clock. */
const listOpen = () => db.$queryRaw<{ id: number }[]>`
  SELECT id FROM "Poll" WHERE "opensAt" <= now() AND ("closesAt" IS NULL OR now() < "closesAt") ORDER BY id`;

/** Tells whether a poll has opened or closed since the last time it was asked, be it by the clock alone. */
export function createPollWatch() {
  let before: string | undefined;
  return async function hasMoved() {
    const open = (await listOpen()).map(({ id }) => id).join();
    const moved = before !== undefined && before !== open;
    before = open;
    return moved;
  };
}

/** A poll that opens or closes at its second changes pages though nobody published anything: `expire` makes them new. */
export function keepPollsOnTime(expire: () => void) {
  const hasMoved = createPollWatch();
  repeat({ everyMs: A_SECOND }, "open polls could not be looked for", async () => {
    if (await hasMoved()) expire();
  });
}
