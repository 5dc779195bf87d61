/** How many moves are remembered: what is older than the last so many gets no grace. */
const REMEMBERED = 1000;

/**
 * What a process knows of the content: its version, and a number (`reading`) for each state it has known. Whatever was made
 * under an earlier reading may be out of date.
 */
export function createReadings() {
  let version = 0n;
  let reading = 0;
  let movedAt = 0;
  let era = 0;
  let graceFrom = 0;
  const leftAt = new Map<number, number>();

  function moveTo(next: bigint) {
    if (version !== 0n) movedAt = Date.now();
    version = next;
    leftAt.set(reading, Date.now()).delete(reading - REMEMBERED);
    reading++;
  }

  /** Heard from elsewhere: what was made before may be shown for a moment more. */
  function hear(heard: bigint) {
    if (heard > version) moveTo(heard);
  }

  /** Told by whoever waits until it is seen: what was made before may not be shown any more. */
  function learn(told: bigint) {
    hear(told);
    graceFrom = reading;
  }

  /** All that is stored counts as old from now on, whatever the database's rows say. */
  function beginEra(next = version) {
    moveTo(next);
    graceFrom = reading;
    era++;
  }

  /** For how long what was made then has been out of date, in milliseconds; Infinity when it may not be shown any more. */
  function oldFor(then: number) {
    if (then === reading) return 0;
    return then < graceFrom ? Number.POSITIVE_INFINITY : Date.now() - (leftAt.get(then) ?? 0);
  }

  return {
    hear,
    learn,
    beginEra,
    oldFor,
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
    /** Another number after whatever the database's rows do not tell of: the hour of a poll, a restored backup. */
    get era() {
      return era;
    },
  };
}
