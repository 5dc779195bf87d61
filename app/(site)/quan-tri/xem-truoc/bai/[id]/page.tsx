import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { previewArticle } from "#lib/articles/previews.ts";
import { requireReader } from "#lib/auth/current.ts";
import { ArticleView } from "../../../../bai-viet/[slug]/article-view.tsx";

export const metadata: Metadata = { title: "Xem trước", robots: { index: false, follow: false } };

type Props = { params: Promise<{ id: string }> };

/** The newest revision as readers would see it, for reading and for printing. */
export default async function ArticlePreview({ params }: Props) {
  const { id } = await params;
  const actor = await requireReader(`/quan-tri/xem-truoc/bai/${id}`);
  const article = /^[1-9]\d{0,8}$/.test(id) ? await previewArticle(actor, Number(id)) : null;
  if (!article) notFound();

  return <ArticleView article={article} query={{}} />;
}
