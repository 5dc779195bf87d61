import { notFound } from "next/navigation";
import { CellHistory } from "#components/site/cell-history.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { PagedArticles } from "#components/site/paged-articles.tsx";
import { Section } from "#components/site/section.tsx";
import { listPage } from "#lib/articles/queries.ts";
import { getCell } from "#lib/cells/queries.ts";
import { readPage } from "#lib/paging.ts";
import { describePage } from "#lib/site/metadata.ts";
import { getSite } from "#lib/site/queries.ts";
import { Frame } from "../../frame.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ trang?: string | string[] }>;
};

const LIST = "/chi-bo";
const pathOf = (slug: string) => `${LIST}/${slug}`;

export async function generateMetadata({ params, searchParams }: Props) {
  const [cell, { committee }] = await Promise.all([getCell((await params).slug), getSite()]);
  if (!cell) return {};
  const page = readPage((await searchParams).trang) ?? 1;
  return describePage({
    title: page > 1 ? `${cell.name}, trang ${page}` : cell.name,
    description: `Bài của ${cell.name}, ${committee}, bài mới đứng trước.`,
    path: page > 1 ? `${pathOf(cell.slug)}?trang=${page}` : pathOf(cell.slug),
  });
}

export default async function CellPage({ params, searchParams }: Props) {
  const cell = await getCell((await params).slug);
  const page = readPage((await searchParams).trang);
  const list = cell && page && (await listPage({ cellId: cell.id }, page));
  if (!cell || !list) notFound();

  const path = pathOf(cell.slug);
  return (
    <Frame
      current={LIST}
      trail={[
        { name: "Chi bộ", path: LIST },
        { name: cell.name, path },
      ]}
    >
      <PageHead title={cell.name}>
        <CellHistory cell={cell} />
      </PageHead>
      <Section id="bai" title="Bài của chi bộ">
        <PagedArticles list={list} path={path} beside="category" />
      </Section>
    </Frame>
  );
}
