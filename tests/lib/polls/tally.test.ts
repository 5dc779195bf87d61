import fc from "fast-check";
import { expect, test } from "vitest";
import { wholePercentages } from "#lib/polls/tally.ts";

const counts = fc.array(fc.nat(2_000_000), { minLength: 1, maxLength: 20 });
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

test.each([
  [
    [96, 81, 26, 11],
    [45, 38, 12, 5],
  ],
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [0, 0, 7],
    [0, 0, 100],
  ],
  [
    [1, 1, 1, 1, 1, 1, 1],
    [15, 15, 14, 14, 14, 14, 14],
  ],
  [
    [999_999, 1],
    [100, 0],
  ],
  [
    [0, 0],
    [0, 0],
  ],
])("%j reads as %j", (ballots, percentages) => {
  expect(wholePercentages(ballots)).toEqual(percentages);
});

test("percentages are whole and add up to 100, or are all 0 without ballots", () => {
  fc.assert(
    fc.property(counts, (ballots) => {
      const percentages = wholePercentages(ballots);
      expect(percentages.every(Number.isInteger)).toBe(true);
      expect(sum(percentages)).toBe(sum(ballots) === 0 ? 0 : 100);
    }),
  );
});

test("each is less than one point from the exact share", () => {
  fc.assert(
    fc.property(counts, (ballots) => {
      fc.pre(sum(ballots) > 0);
      const percentages = wholePercentages(ballots);
      for (const [place, count] of ballots.entries())
        expect(Math.abs((percentages[place] ?? -9) - (count * 100) / sum(ballots))).toBeLessThan(1);
    }),
  );
});

test("more ballots never read as less", () => {
  fc.assert(
    fc.property(counts, (ballots) => {
      const percentages = wholePercentages(ballots);
      const bySize = [...ballots.keys()].sort((a, b) => (ballots[a] ?? 0) - (ballots[b] ?? 0));
      const read = bySize.map((place) => percentages[place] ?? -9);
      for (const [at, percentage] of read.entries())
        if (ballots[bySize[at] ?? 0] !== ballots[bySize[at - 1] ?? -1])
          expect(percentage).toBeGreaterThanOrEqual(read[at - 1] ?? 0);
    }),
  );
});
