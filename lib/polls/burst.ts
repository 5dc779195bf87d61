import { LRUCache } from "lru-cache";

const MINUTE = 60_000;
/** A meeting votes at once; more than this in a minute, in one process, is sent by a program. */
const CROWD = 60;

type Minute = { number: number; forms: number; formsBefore: number };

/** How many forms polls got, in memory alone: no more than a number for each poll. */
const minutes = new LRUCache<string, Minute>({ max: 500 });

function minuteOf(slug: string, now: number): Minute {
  const number = Math.floor(now / MINUTE);
  const last = minutes.get(slug);
  if (last?.number === number) return last;
  return { number, forms: 0, formsBefore: last?.number === number - 1 ? last.forms : 0 };
}

export function noteForm(slug: string, now = Date.now()) {
  const minute = minuteOf(slug, now);
  minutes.set(slug, { ...minute, forms: minute.forms + 1 });
}

/** Whether more forms come for this poll, in this minute or the last, than people send. */
export function isUnderBurst(slug: string, now = Date.now()) {
  const { forms, formsBefore } = minuteOf(slug, now);
  return Math.max(forms, formsBefore) > CROWD;
}
