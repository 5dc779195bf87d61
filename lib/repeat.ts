import { log } from "#lib/log.ts";

type Rhythm = { everyMs: number; firstMs?: number };

/**
 * Does work again and again while the process lives, never twice at once. What fails is logged with the complaint and
 * tried again at its next turn.
 */
export function repeat({ everyMs, firstMs = everyMs }: Rhythm, complaint: string, work: () => Promise<unknown>) {
  let busy = false;
  async function turn() {
    if (busy) return;
    busy = true;
    await work().catch((error) => log.warn({ err: error }, complaint));
    busy = false;
  }

  setTimeout(() => {
    void turn();
    setInterval(() => void turn(), everyMs).unref();
  }, firstMs).unref();
}
