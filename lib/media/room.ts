/**
 * A room with so many places: work goes in as soon as the places it takes are free, in the order of asking. What asks for
 * more than there are has the room to itself.
 */
export function createRoom(places: number) {
  let free = places;
  const waiting: { wanted: number; enter: () => void }[] = [];
  const admit = () => {
    for (let next = waiting[0]; next && next.wanted <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.wanted;
      next.enter();
    }
  };

  return async <T>(asked: number, work: () => Promise<T>) => {
    const wanted = Math.min(asked, places);
    await new Promise<void>((enter) => {
      waiting.push({ wanted, enter });
      admit();
    });
    try {
      return await work();
    } finally {
      free += wanted;
      admit();
    }
  };
}
