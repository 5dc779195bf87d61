import type { Move } from "#lib/content-move.ts";

/** How many moves are remembered: what is older than the last so many gets no grace. */
const REMEMBERED = 1000;

/**
 * What a process knows of the content: its version, and a number (`reading`) for each state it has known. Whatever was made
 * under an earlier reading may be out of date.
 */
export function createReadings(onMove = () => {}) {
  let version = 0n;
  let reading = 0;
  let movedAt = 0;
  let graceFrom = 0;
  /** When each reading was left, and for which articles alone, if that is known. */
  const left = new Map<number, { at: number; articles: number[] | undefined }>();

  function moveTo(next: bigint, articles?: number[]) {
    if (version !== 0n) movedAt = Date.now();
    version = next;
    left.set(reading, { at: Date.now(), articles }).delete(reading - REMEMBERED);
    reading++;
    onMove();
  }

  /** Heard from elsewhere: what was made before may be shown for a moment more. */
  function hear(move: Move) {
    if (move.version <= version) return;
    const isNext = move.version === version + 1n; // or something else moved in between
    moveTo(move.version, isNext ? move.articles : undefined);
  }

  /** Told by whoever waits until it is seen: what was made before may not be shown any more. */
  function learn(move: Move) {
    hear(move);
    graceFrom = reading;
  }

  /** All that is stored counts as old from now on, whatever the database's rows say. */
  function beginEra(next = version) {
    moveTo(next);
    graceFrom = reading;
  }

  /** For how long what was made then has been out of date, in milliseconds; Infinity when it may not be shown any more. */
  function oldFor(then: number) {
    if (then === reading) return 0;
    return then < graceFrom ? Number.POSITIVE_INFINITY : Date.now() - (left.get(then)?.at ?? 0);
  }

  /** Whether all that moved since then were articles, and none of these. */
  function stands(then: number, articles: number[]) {
    for (let at = then; at < reading; at++) {
      const moved = left.get(at)?.articles;
      if (!moved || moved.some((id) => articles.includes(id))) return false;
    }
    return true;
  }

  return {
    hear,
    learn,
    beginEra,
    oldFor,
    stands,
    get version() {
      return version;
    },
    get reading() {
      return reading;
    },
    /** When content last moved, in milliseconds; 0 while only one version has been seen. */
    get movedAt() {
      return movedAt;
    },
  };
}
