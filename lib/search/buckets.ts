const DAY = 86_400_000;
const MOST_DAYS = 62;
const MOST_MONTHS = 240;

/**
 * The words that the database puts into an article's index for its day and month (UTC, see search_vector in the migrations),
 * for every day between two instants, or every month when there are too many days; undefined when it is no narrowing at all.
 */
export function bucketsBetween(oldest: Date, newest: Date) {
  const days = Math.floor(newest.getTime() / DAY) - Math.floor(oldest.getTime() / DAY) + 1;
  if (days <= MOST_DAYS)
    return Array.from({ length: days }, (_, index) => dayOf(new Date(newest.getTime() - index * DAY)));
  const first = monthNumber(oldest);
  const months = monthNumber(newest) - first + 1;
  if (months <= MOST_MONTHS) return Array.from({ length: months }, (_, index) => monthOf(first + index));
  return undefined;
}

const dayOf = (instant: Date) => `@${instant.toISOString().slice(0, 10).replaceAll("-", "")}`;
const monthNumber = (instant: Date) => instant.getUTCFullYear() * 12 + instant.getUTCMonth();
const monthOf = (number: number) => `@${Math.floor(number / 12)}${String((number % 12) + 1).padStart(2, "0")}`;
