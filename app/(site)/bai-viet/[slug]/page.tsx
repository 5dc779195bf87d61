import { notFound, permanentRedirect } from "next/navigation";
import { Article } from "#components/site/article.tsx";
import { ArticleList } from "#components/site/article-list.tsx";
import { JsonLd } from "#components/site/json-ld.tsx";
import { PollForm } from "#components/site/poll-form.tsx";
import { PrintHead } from "#components/site/print-head.tsx";
import { Section } from "#components/site/section.tsx";
import { getPublishedArticle, listRelated } from "#lib/articles/queries.ts";
import { siteUrl } from "#lib/env.ts";
import { getPollFor } from "#lib/polls/queries.ts";
import { readRefusal, titleOf } from "#lib/polls/refusals.ts";
import { findRedirect } from "#lib/redirects.ts";
import { describePage } from "#lib/site/metadata.ts";
import { getSite } from "#lib/site/queries.ts";
import { Frame } from "../../frame.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const RELATED = 4;
const pathOf = (slug: string) => `/bai-viet/${slug}`;

export async function generateMetadata({ params, searchParams }: Props) {
  const article = await getPublishedArticle((await params).slug);
  if (!article) return {};
  return describePage({
    title: titleOf(article.title, await searchParams),
    description: article.summary || article.title,
    path: pathOf(article.slug),
    publishedAt: article.publishedAt,
  });
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const article = await getPublishedArticle(slug);
  if (!article) return await movedOrMissing(slug);

  const [site, poll, related, query] = await Promise.all([
    getSite(),
    getPollFor({ articleId: article.id, categoryId: article.categoryId }),
    listRelated(article, RELATED),
    searchParams,
  ]);
  const path = pathOf(slug);
  const section = `/chuyen-muc/${article.category.slug}`;

  return (
    <Frame
      current={section}
      trail={[
        { name: article.category.name, path: section },
        { name: "Bài viết", path },
      ]}
    >
      <JsonLd data={newsArticle(article, site.committee)} />
      <PrintHead committee={site.committee} url={`${siteUrl()}${path}`} />
      <div className="grid read">
        <Article article={article} />
        <div className="grid more stick">
          {poll && <PollForm poll={poll} returnTo={path} {...readRefusal(query)} />}
          {related.length > 0 && (
            <Section id="lien-quan" title="Bài liên quan">
              <ArticleList articles={related} beside="category" />
            </Section>
          )}
        </div>
      </div>
    </Frame>
  );
}

/** An article's earlier address leads to its present one; anything else is a real 404. */
async function movedOrMissing(slug: string): Promise<never> {
  const target = await findRedirect(pathOf(slug));
  if (target) permanentRedirect(target);
  notFound();
}

function newsArticle(article: NonNullable<Awaited<ReturnType<typeof getPublishedArticle>>>, committee: string) {
  return {
    "@type": "NewsArticle",
    headline: article.title,
    inLanguage: "vi",
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.changedAt.toISOString(),
    articleSection: article.category.name,
    mainEntityOfPage: `${siteUrl()}${pathOf(article.slug)}`,
    publisher: { "@type": "Organization", name: committee, url: siteUrl() },
    author: { "@type": "Organization", name: article.cell?.name ?? committee },
    ...(article.summary && { description: article.summary }),
  };
}
