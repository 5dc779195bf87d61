import type pg from "pg";
import { CONTENT_CHANNEL } from "#lib/content-version.ts";
import { createListener } from "#lib/server/content/listener.ts";

const POLL_MS = 5000;

/**
 * What content version this process knows to be committed. LISTEN tells it at once, a sibling may tell it (`learn`),
 * and a poll every 5 s is the net. `reading` is a number that changes whenever content may have: compare it, nothing else.
 * While `connected` is false the database is away, and what is known may be old.
 */
export function createContentClock(connectionString: string) {
  let version = 0n;
  let reading = 0;
  let movedAt = 0;

  function moveTo(next: bigint) {
    if (version !== 0n) movedAt = Date.now();
    version = next;
    reading++;
  }

  function learn(heard: bigint) {
    if (heard > version) moveTo(heard);
  }

  const listener = createListener({
    connectionString,
    channel: CONTENT_CHANNEL,
    onMessage: (payload) => learn(BigInt(payload)),
    async catchUp(client) {
      const found = await readVersion(client);
      if (found !== version) moveTo(found); // lower after a restored backup: that is a move too
    },
  });

  /** Asks the database now; false when it does not answer. */
  async function check() {
    const { client } = listener;
    if (!client) return false;
    try {
      learn(await readVersion(client));
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
    learn,
    /** For what changes by the clock alone: all that is stored counts as old from now on, in this process. */
    expire: () => moveTo(version),
    get reading() {
      return reading;
    },
    get version() {
      return version;
    },
    /** When content last moved under this process, in milliseconds; 0 while it has only seen one version. */
    get movedAt() {
      return movedAt;
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
