import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { previewWorkingCopy } from "#lib/articles/previews.ts";
import { requireReader } from "#lib/auth/current.ts";
import { ArticleView } from "../../../../bai-viet/[slug]/article-view.tsx";

export const metadata: Metadata = { title: "Xem trước", robots: { index: false, follow: false } };

type Props = { params: Promise<{ lan: string }> };

/** What one is typing, beside the editor. */
export default async function WorkingCopyPreview({ params }: Props) {
  const { lan } = await params;
  const article = await previewWorkingCopy(await requireReader("/quan-tri"), lan);
  if (!article) notFound();

  return <ArticleView article={article} query={{}} />;
}
