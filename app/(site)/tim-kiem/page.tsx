import { notFound } from "next/navigation";
import { Hits } from "#components/site/hits.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { Pager } from "#components/site/pager.tsx";
import { SearchForm } from "#components/site/search-form.tsx";
import { readPage } from "#lib/paging.ts";
import { searchArticles } from "#lib/search/queries.ts";
import { readQuery } from "#lib/search/query.ts";
import { describePage } from "#lib/site/metadata.ts";
import { Frame } from "../frame.tsx";

type Props = { searchParams: Promise<{ q?: string | string[]; trang?: string | string[] }> };
type Found = NonNullable<Awaited<ReturnType<typeof searchArticles>>>;

const PATH = "/tim-kiem";

export async function generateMetadata({ searchParams }: Props) {
  const { typed } = readQuery((await searchParams).q);
  return describePage({
    title: typed ? `Tìm “${typed}”` : "Tìm kiếm",
    description: "Tìm bài theo từ trong tên bài, tóm tắt và nội dung, gõ có dấu hay không dấu.",
    path: PATH,
    hidden: true,
  });
}

export default async function SearchPage({ searchParams }: Props) {
  const { q, trang } = await searchParams;
  const query = readQuery(q);
  const page = readPage(trang);
  const found = page && (await searchArticles(query, page));
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
