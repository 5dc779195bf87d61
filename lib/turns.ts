/** Lets at most `places` pieces of work run at once; the others wait in line. */
export function takeTurns(places: number) {
  const line: (() => void)[] = [];
  let free = places;

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await work();
    } finally {
      const next = line.shift(); // the place passes straight on
      if (next) next();
      else free++;
    }
  };
}
