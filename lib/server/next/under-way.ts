import { AsyncLocalStorage } from "node:async_hooks";

type UnderWay = {
  /** The content that the answer is to show, at least. */
  reading: string | undefined;
  /** The articles that the page shows, if it said so. */
  shows?: number[];
};

/** The request under way, for what Next has bundled and cannot be handed anything. */
export const underWay = new AsyncLocalStorage<UnderWay>();

/** For lib/once-per-reading.ts. */
export const contentReading = () => underWay.getStore()?.reading;

/** For lib/page-shows.ts. */
export function pageShows(articles: number[]) {
  const request = underWay.getStore();
  if (request) request.shows = articles;
}
