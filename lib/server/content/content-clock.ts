import type pg from "pg";
import { CONTENT_CHANNEL, moveOfText } from "#lib/content-move.ts";
import { createListener } from "#lib/server/content/listener.ts";
import { createReadings } from "#lib/server/content/readings.ts";

const POLL_MS = 5000;

/**
 * What content version this process knows to be committed (readings.ts). LISTEN tells it at once, a sibling may tell it
 * (`learn`), and a poll every 5 s is the net. While `connected` is false the database is away, and what is known may be old.
 */
export function createContentClock(connectionString: string) {
  let told = () => {};
  const readings = createReadings(() => told());
  const listener = createListener({
    connectionString,
    channel: CONTENT_CHANNEL,
    onMessage: (payload) => readings.hear(moveOfText(payload)),
    async catchUp(client) {
      const found = await readVersion(client);
      if (found !== readings.version) readings.beginEra(found); // lower after a restored backup: that is a move too
    },
  });

  /** Asks the database now; false when it does not answer. */
  async function check() {
    const { client } = listener;
    if (!client) return false;
    try {
      readings.hear({ version: await readVersion(client) });
      return true;
    } catch {
      listener.lose(client);
      return false;
    }
  }

  /** Told every second what is so by the clock alone (lib/polls/on-time.ts): when that has changed, all that is stored is old. */
  let hour: string | undefined;
  function strike(now: string) {
    if (hour !== undefined && hour !== now) readings.beginEra();
    hour = now;
  }

  const net = setInterval(() => void check(), POLL_MS);
  net.unref();

  return {
    start: listener.start,
    check,
    learn: readings.learn,
    strike,
    /** What is committed, in a word that is the same in all processes: whatever is read later shows at least this. */
    get shown() {
      return listener.client && `${readings.version} ${hour}`;
    },
    oldFor: readings.oldFor,
    stands: readings.stands,
    /** Calls `hear` after each move. */
    onMove(hear: () => void) {
      told = hear;
    },
    get reading() {
      return readings.reading;
    },
    get version() {
      return readings.version;
    },
    get movedAt() {
      return readings.movedAt;
    },
    get connected() {
      return listener.client !== undefined;
    },
    stop() {
      clearInterval(net);
      return listener.stop();
    },
  };
}

export type ContentClock = ReturnType<typeof createContentClock>;

async function readVersion(client: pg.Client) {
  const { rows } = await client.query<{ version: string }>(`SELECT version::text FROM "ContentVersion" WHERE id = 1`);
  return BigInt(rows[0]?.version ?? 0);
}
