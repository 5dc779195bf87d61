import type pg from "pg";
import { CONTENT_CHANNEL } from "#lib/content-version.ts";
import { createListener } from "#lib/server/content/listener.ts";
import { createReadings } from "#lib/server/content/readings.ts";

const POLL_MS = 5000;

/**
 * What content version this process knows to be committed (readings.ts). LISTEN tells it at once, a sibling may tell it
 * (`learn`), and a poll every 5 s is the net. While `connected` is false the database is away, and what is known may be old.
 */
export function createContentClock(connectionString: string) {
  const readings = createReadings();
  const listener = createListener({
    connectionString,
    channel: CONTENT_CHANNEL,
    onMessage: (payload) => readings.hear(BigInt(payload)),
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
      readings.hear(await readVersion(client));
      return true;
    } catch {
      listener.lose(client);
      return false;
    }
  }

  const net = setInterval(() => void check(), POLL_MS);
  net.unref();

  return {
    start: listener.start,
    check,
    learn: readings.learn,
    /** For what changes by the clock alone, in this process. */
    expire: () => readings.beginEra(),
    oldFor: readings.oldFor,
    get reading() {
      return readings.reading;
    },
    get version() {
      return readings.version;
    },
    get movedAt() {
      return readings.movedAt;
    },
    get era() {
      return readings.era;
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
