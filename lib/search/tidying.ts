import { db } from "#lib/db.ts";
import { repeat } from "#lib/repeat.ts";

const EVERY = 30_000;

/** Sorts the words of what was just written into the search indexes, so that no publish has to and no search reads them one by one. */
export const tidySearch = () => db.$executeRaw`SELECT tidy_search()`;

export const keepSearchTidy = () =>
  repeat({ everyMs: EVERY }, "new words could not be sorted into the search index", tidySearch);
