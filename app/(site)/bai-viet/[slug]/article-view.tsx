import { Article } from "#components/site/article.tsx";
import { ArticleList } from "#components/site/article-list.tsx";
import { JsonLd } from "#components/site/json-ld.tsx";
import { PollForm } from "#components/site/poll-form.tsx";
import { PrintHead } from "#components/site/print-head.tsx";
import { Section } from "#components/site/section.tsx";
import type { getPublishedArticle } from "#lib/articles/published-article.ts";
import { siteUrl } from "#lib/env.ts";
import { pageShows } from "#lib/page-shows.ts";
import { getPollFor } from "#lib/polls/queries.ts";
import { readRefusal } from "#lib/polls/refusals.ts";
import { getSite } from "#lib/site/queries.ts";
import { Frame } from "../../frame.tsx";

type Shown = NonNullable<Awaited<ReturnType<typeof getPublishedArticle>>>;
type Props = { article: Shown; query: Record<string, string | string[] | undefined> };

export const pathOf = (slug: string) => `/bai-viet/${slug}`;

/** The whole page of an article: what readers see, and what its editor previews. */
export async function ArticleView({ article, query }: Props) {
  const { related } = article;
  const [site, poll] = await Promise.all([
    getSite(),
    getPollFor({ articleId: article.id, categoryId: article.categoryId }),
  ]);
  pageShows([article.id, ...related.map(({ id }) => id)]);
  const path = pathOf(article.slug);
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

function newsArticle(article: Shown, committee: string) {
  return {
    "@type": "NewsArticle",
    headline: article.title,
    inLanguage: "vi",
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.revisedAt.toISOString(),
    articleSection: article.category.name,
    mainEntityOfPage: `${siteUrl()}${pathOf(article.slug)}`,
    publisher: { "@type": "Organization", name: committee, url: siteUrl() },
    author: { "@type": "Organization", name: article.cell?.name ?? committee },
    ...(article.summary && { description: article.summary }),
  };
}
