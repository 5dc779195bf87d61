import { FEWEST } from "#lib/polls/policy.ts";

type Group = { ballots: number };

/**
 * Which groups' results may stand beside the result of all. Small groups are kept back, and with them as many of the
 * smallest others as it takes until what is kept back together has at least five ballots too: otherwise it would follow by
 * subtraction.
 */
export function publishable<G extends Group>(groups: G[]) {
  const shown = groups.filter(({ ballots }) => ballots >= FEWEST).sort((a, b) => b.ballots - a.ballots);
  let hidden = groups.filter(({ ballots }) => ballots < FEWEST).reduce((sum, { ballots }) => sum + ballots, 0);
  while (hidden > 0 && hidden < FEWEST) {
    const smallest = shown.pop();
    if (!smallest) break;
    hidden += smallest.ballots;
  }
  return new Set(shown);
}
