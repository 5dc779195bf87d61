import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readPreviewLink } from "#lib/articles/preview-links.ts";
import { previewByLink } from "#lib/articles/previews.ts";
import { ArticleView } from "../../../bai-viet/[slug]/article-view.tsx";

export const metadata: Metadata = { title: "Xem trước", robots: { index: false, follow: false } };

type Props = { params: Promise<{ ma: string }> };

/** A draft for people without an account, as long as their link holds. */
export default async function LinkedPreview({ params }: Props) {
  const id = await readPreviewLink((await params).ma);
  const article = id === null ? null : await previewByLink(id);
  if (!article) notFound();

  return <ArticleView article={article} query={{}} />;
}
