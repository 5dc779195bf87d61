/**
 * Whole percentages that add up to 100 (largest remainder, also called Hare-Niemeyer): everyone gets the part before
 * the point, the points left over go to the largest parts after it, ties to whoever stands first. No ballots: all 0.
 */
export function wholePercentages(counts: number[]) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const shares = counts.map((count, place) => ({
    place,
    whole: Math.floor((count * 100) / total),
    rest: (count * 100) % total,
  }));
  const left = 100 - shares.reduce((sum, { whole }) => sum + whole, 0);
  const lifted = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest || a.place - b.place)
      .slice(0, left)
      .map(({ place }) => place),
  );
  return shares.map(({ place, whole }) => whole + (lifted.has(place) ? 1 : 0));
}

type Group = { optionId: number; further: number[]; count: number };

export const sumCounts = (groups: { count: number }[]) => groups.reduce((sum, { count }) => sum + count, 0);

/** How many ballots name each option, in the options' order: a multiple choice names several. */
export const sumChoices = (options: { id: number }[], groups: Group[]) =>
  options.map(({ id }) => sumCounts(groups.filter(({ optionId, further }) => optionId === id || further.includes(id))));

/** Of a multiple choice: the share of ballots that name an option, as a whole percentage; these do not add up to 100. */
export const shareOf = (count: number, ballots: number) => (ballots === 0 ? 0 : Math.round((count * 100) / ballots));
