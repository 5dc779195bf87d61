import fc from "fast-check";
import { expect, test } from "vitest";
import { FEWEST } from "#lib/polls/policy.ts";
import { publishable } from "#lib/polls/small-cells.ts";

const shown = (...ballots: number[]) => {
  const groups = ballots.map((count) => ({ ballots: count }));
  const set = publishable(groups);
  return groups.map((group) => set.has(group));
};

test("small cells are kept back, and with them what would tell them by subtraction", () => {
  expect(shown(5, 12, 7)).toEqual([true, true, true]);
  expect(shown(3, 12, 7)).toEqual([false, true, false]);
  expect(shown(3, 2, 12)).toEqual([false, false, true]);
  expect(shown(4, 9)).toEqual([false, false]);
  expect(shown(0, 9)).toEqual([false, true]);
});

test("whatever the cells: each shown has five ballots, and what is kept back has none, five or more, or everything", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 70 }), (ballots) => {
      const groups = ballots.map((count) => ({ ballots: count }));
      const set = publishable(groups);
      const hidden = groups.filter((group) => !set.has(group)).reduce((sum, group) => sum + group.ballots, 0);
      expect([...set].every((group) => group.ballots >= FEWEST)).toBe(true);
      expect(hidden === 0 || hidden >= FEWEST || set.size === 0).toBe(true);
    }),
  );
});
