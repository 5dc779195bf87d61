import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { Withdrawn } from "#components/site/withdrawn.tsx";
import { getPublishedArticle } from "#lib/articles/published-article.ts";
import { getWithdrawn } from "#lib/articles/withdrawn.ts";
import { findSharePicture } from "#lib/media/sharing.ts";
import { titleOf } from "#lib/polls/refusals.ts";
import { findRedirect } from "#lib/redirects.ts";
import { describePage } from "#lib/site/metadata.ts";
import { Frame } from "../../frame.tsx";
import { ArticleView, pathOf } from "./article-view.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props) {
  const { slug } = await params;
  const article = await getPublishedArticle(slug);
  if (!article) return describeMissing(slug);
  return describePage({
    title: titleOf(article.title, await searchParams),
    description: article.summary || article.title,
    path: pathOf(article.slug),
    publishedAt: article.publishedAt,
    picture: await findSharePicture(article.body ?? ""),
  });
}

/** `status` is for lib/server/pages/freeze.ts: a page of Next cannot choose its own. */
async function describeMissing(slug: string) {
  if (!(await missingAt(slug)).withdrawn) return {};
  const description = "Bài ở địa chỉ này đã được gỡ.";
  const described = await describePage({ title: "Bài đã gỡ", description, path: pathOf(slug), hidden: true });
  return { ...described, other: { status: "410" } };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const article = await getPublishedArticle(slug);
  if (article) return <ArticleView article={article} query={await searchParams} />;

  const { target, withdrawn } = await missingAt(slug);
  if (target) permanentRedirect(target);
  if (!withdrawn) notFound();
  const section = `/chuyen-muc/${withdrawn.category.slug}`;
  return (
    <Frame current={section} trail={[{ name: withdrawn.category.name, path: section }]}>
      <Withdrawn article={withdrawn} />
    </Frame>
  );
}

/** An article's earlier address leads to its present one, or to the one in its place; else its notice stays, if it was taken down. */
const missingAt = cache(async (slug: string) => {
  const target = await findRedirect(pathOf(slug));
  return { target, withdrawn: target ? null : await getWithdrawn(slug) };
});
