import { notFound } from "next/navigation";
import { PageHead } from "#components/site/page-head.tsx";
import { PagedArticles } from "#components/site/paged-articles.tsx";
import { Section } from "#components/site/section.tsx";
import { listPage } from "#lib/articles/queries.ts";
import { getCategory, listCategories } from "#lib/categories/queries.ts";
import { readPage } from "#lib/paging.ts";
import { listPollsOfCategory } from "#lib/polls/queries.ts";
import { describePage } from "#lib/site/metadata.ts";
import { Frame } from "../../frame.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ trang?: string | string[] }>;
};

const pathOf = (slug: string) => `/chuyen-muc/${slug}`;

export async function generateMetadata({ params, searchParams }: Props) {
  const category = await getCategory((await params).slug);
  if (!category) return {};
  const page = readPage((await searchParams).trang) ?? 1;
  return describePage({
    title: page > 1 ? `${category.name}, trang ${page}` : category.name,
    description: `Các bài trong chuyên mục ${category.name}, bài mới đứng trước.`,
    path: page > 1 ? `${pathOf(category.slug)}?trang=${page}` : pathOf(category.slug),
    feed: `${pathOf(category.slug)}/rss.xml`,
  });
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const category = await getCategory((await params).slug);
  const page = readPage((await searchParams).trang);
  const list = category && page && (await listPage({ categoryId: category.id }, page));
  if (!category || !list) notFound();

  const path = pathOf(category.slug);
  const [categories, polls] = await Promise.all([listCategories(), listPollsOfCategory(category.id)]);
  const others = categories.filter(({ slug }) => slug !== category.slug);

  return (
    <Frame current={path} trail={[{ name: category.name, path }]}>
      <PageHead title={category.name} />
      <div className="grid split">
        <div>
          <PagedArticles list={list} path={path} beside="cell" />
        </div>
        <div className="grid more">
          {polls.length > 0 && (
            <Section id="tham-do" title="Thăm dò ý kiến">
              <ul className="names">
                {polls.map(({ slug, question }) => (
                  <li key={slug}>
                    <a href={`/tham-do/${slug}`}>{question}</a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section id="chuyen-muc-khac" title="Chuyên mục khác">
            <ul className="names">
              {others.map(({ slug, name }) => (
                <li key={slug}>
                  <a href={pathOf(slug)}>{name}</a>
                </li>
              ))}
            </ul>
            <p className="meta feed">
              <a href={`${path}/rss.xml`}>Nhận tin chuyên mục này qua RSS</a>
            </p>
          </Section>
        </div>
      </div>
    </Frame>
  );
}
