/** How many items a public list shows on one page. */
export const PAGE_SIZE = 20;

/** A page number from the address: whatever is not a whole number from 1 to `last` becomes undefined. */
export function readPage(value: string | string[] | undefined, last = 10_000) {
  if (value === undefined) return 1;
  if (typeof value !== "string" || !/^[1-9]\d{0,5}$/.test(value)) return undefined;
  const page = Number(value);
  return page <= last ? page : undefined;
}

/** The numbers a pager offers: first, last, and the neighbours of the current page; gaps are 0. */
export function pagerNumbers(current: number, last: number) {
  const near = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(near)].sort((a, b) => a - b);
  return pages.flatMap((page, index) => {
    const before = pages[index - 1];
    return before !== undefined && page - before > 1 ? [0, page] : [page];
  });
}
