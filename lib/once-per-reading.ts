type Known = typeof globalThis & { contentReading?: () => string | undefined };

/**
 * Reads what many pages show and few changes touch (names, menu, open polls) once for each state of the content that a
 * request says it is to show (lib/server/next/next-server.ts), for all who ask. It may be shown for as long as a page that was
 * rendered then. Where no request says so (commands, tests), every caller reads anew. What it gives is shared: nobody may
 * change it.
 */
export function oncePerReading<T>(read: () => Promise<T>): () => Promise<T> {
  let last: { reading: string; value: Promise<T> } | undefined;

  return () => {
    const reading = (globalThis as Known).contentReading?.();
    if (reading === undefined) return read();
    if (last?.reading === reading) return last.value;
    const begun = { reading, value: read() };
    begun.value.catch(() => {
      if (last === begun) last = undefined;
    });
    last = begun;
    return begun.value;
  };
}
