import { pagerNumbers } from "#lib/paging.ts";

type Props = { page: number; last: number; path: string; words?: string };

/** Trang trước, numbers, Trang sau. */
export function Pager({ page, last, path, words }: Props) {
  if (last <= 1) return null;
  const hrefOf = (wanted: number) => addressOf(path, wanted, words);
  return (
    <nav className="pager" aria-label="Phân trang">
      {page > 1 && (
        <a className="btn alt" href={hrefOf(page - 1)} rel="prev">
          Trang trước
        </a>
      )}
      <ol>
        {pagerNumbers(page, last).map((number, index) => (
          <li key={number || `gap-${index}`}>
            {number === 0 ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={hrefOf(number)}
                aria-current={number === page ? "page" : undefined}
                aria-label={`Trang ${number}`}
              >
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < last && (
        <a className="btn alt" href={hrefOf(page + 1)} rel="next">
          Trang sau
        </a>
      )}
    </nav>
  );
}

/** The first page has one address only: without a number. */
function addressOf(path: string, page: number, words: string | undefined) {
  const query = new URLSearchParams({ ...(words && { q: words }), ...(page > 1 && { trang: String(page) }) });
  return query.size > 0 ? `${path}?${query}` : path;
}
