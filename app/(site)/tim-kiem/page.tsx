import { notFound } from "next/navigation";
import { cache } from "react";
import { Hits } from "#components/site/hits.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { Pager } from "#components/site/pager.tsx";
import { SearchForm } from "#components/site/search-form.tsx";
import { readPage } from "#lib/paging.ts";
import { searchArticles } from "#lib/search/queries.ts";
import { readQuery, standsIn } from "#lib/search/query.ts";
import { describePage } from "#lib/site/metadata.ts";
import { Frame } from "../frame.tsx";

type Words = string | string[] | undefined;
type Props = { searchParams: Promise<{ q?: Words; trang?: Words }> };
type Found = NonNullable<Awaited<ReturnType<typeof searchArticles>>>;

const PATH = "/tim-kiem";

/** Searched once for the page and its head. */
const search = cache(async (q: Words, trang: Words) => {
  const query = readQuery(q);
  const page = readPage(trang);
  return { query, found: page ? await searchArticles(query, page) : undefined };
});

/**
 * A search engine keeps only what was taken from a title: syllables like those of “nhà cái uy tín” stand somewhere in any
 * long article, and whoever links here with such words wants this site to say them.
 */
export async function generateMetadata({ searchParams }: Props) {
  const { q, trang } = await searchParams;
  const { query, found } = await search(q, trang);
  const { typed } = query;
  return describePage({
    title: typed ? `Tìm “${typed}”` : "Tìm kiếm",
    description: "Tìm bài theo từ trong tên bài, tóm tắt và nội dung, gõ có dấu hay không dấu.",
    path: PATH,
    hidden: typed !== "" && !found?.hits.some(({ title }) => standsIn(typed, title)),
  });
}

export default async function SearchPage({ searchParams }: Props) {
  const { q, trang } = await searchParams;
  const { query, found } = await search(q, trang);
  if (!found) notFound();

  return (
    <Frame trail={[{ name: "Tìm kiếm", path: PATH }]}>
      <PageHead title="Tìm kiếm">
        <SearchForm id="tim-tu" words={query.typed} />
        <p className="hint">Gõ có dấu hay không dấu đều được. Muốn tìm đúng nguyên cụm từ, đặt trong “ngoặc kép”.</p>
      </PageHead>
      {query.typed !== "" && (
        <section aria-labelledby="ket-qua">
          <h2 id="ket-qua">{countOf(found, query.typed)}</h2>
          {found.total > 0 ? <Hits hits={found.hits} /> : <Advice />}
          <Pager page={found.page} last={found.last} path={PATH} words={query.typed} />
        </section>
      )}
    </Frame>
  );
}

function countOf({ total, more }: Found, typed: string) {
  if (total === 0) return `Không có bài nào cho “${typed}”`;
  return more ? `${total} bài mới nhất cho “${typed}”` : `${total} bài cho “${typed}”`;
}

const Advice = () => (
  <div className="prose">
    <ul>
      <li>Bớt từ: một hoặc hai từ chính là đủ.</li>
      <li>Bỏ ngoặc kép, hoặc gõ không dấu.</li>
      <li>
        Xem <a href="/so-do-trang">sơ đồ trang</a> để tìm theo chuyên mục và chi bộ.
      </li>
    </ul>
  </div>
);
