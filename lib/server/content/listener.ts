import pg from "pg";
import { log } from "#lib/log.ts";

type Options = {
  connectionString: string;
  channel: string;
  /** Asked each time a connection has begun to listen, before it counts as connected: what was missed meanwhile? */
  catchUp: (client: pg.Client) => Promise<void>;
  onMessage: (payload: string) => void;
};

const RETRY_MS = 500;
/** Long: a busy machine answers late, and to call its database away would refuse pages for nothing. One that died ends the socket at once. */
const PATIENCE_MS = 8000;

/** A connection that listens on a channel of PostgreSQL, and comes back by itself when it is lost. */
export function createListener({ connectionString, channel, catchUp, onMessage }: Options) {
  let current: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect() {
    const patience = { connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS };
    const client = new pg.Client({ connectionString, keepAlive: true, ...patience });
    client.on("error", () => lose(client)); // without a listener it would end the process
    client.on("end", () => lose(client));
    client.on("notification", ({ payload }) => payload && onMessage(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`); // listen first, read after: nothing can fall between
      await catchUp(client);
      current = client;
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
  }

  /** Gives a connection up that ended or does not answer. */
  function lose(client: pg.Client) {
    if (current !== client) return;
    current = undefined;
    client.end().catch(() => {});
    if (!stopped) log.warn("The database is away: answering from what is stored");
    tryAgain();
  }

  function tryAgain() {
    if (stopped || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().then(() => log.info("The database is back"), tryAgain);
    }, RETRY_MS);
  }

  return {
    /** Resolves when the first attempt has ended; a database that is not there yet is tried again in the background. */
    start: () => connect().catch(tryAgain),
    lose,
    get client() {
      return current;
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      const last = current;
      current = undefined;
      await last?.end();
    },
  };
}
