type Told = typeof globalThis & { pageShows?: (articles: number[]) => void };

/**
 * Says of the public page under way that it shows these articles, and that nothing else of it depends on any: it stays as it
 * is while none of them is published anew and nothing else moves (docs/decisions/0011). Elsewhere nobody listens.
 */
export const pageShows = (articles: number[]) => (globalThis as Told).pageShows?.(articles);
