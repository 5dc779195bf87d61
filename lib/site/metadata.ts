import type { Metadata } from "next";
import { siteUrl } from "#lib/env.ts";
import { getSite } from "#lib/site/queries.ts";

const NAME = "Chuyên mục Đảng";
const LONGEST_DESCRIPTION = 160;

type Described = {
  title: string;
  description: string;
  /** Path of the canonical address, with its page number if it has one. */
  path: string;
  /** A news article carries its day; everything else is a plain page. */
  publishedAt?: Date | undefined;
  /** Path of the feed that belongs to this page. */
  feed?: string | undefined;
  /** What stands for the page where its link is shared; else the emblem does. */
  picture?: { path: string; width: number; height: number; alt: string } | undefined;
  /** Most searches, for one, and the page for missing pages stay out of search engines. */
  hidden?: boolean | undefined;
};

/** Title, description, canonical address, feed and Open Graph of every public page. */
export async function describePage({
  title,
  description,
  path,
  publishedAt,
  feed,
  picture,
  hidden,
}: Described): Promise<Metadata> {
  const { committee } = await getSite();
  const url = `${siteUrl()}${path}`;
  const shared = {
    title,
    description: shorten(description),
    url,
    siteName: `${NAME} – ${committee}`,
    locale: "vi_VN",
    images: picture ? imageOf(picture) : `${siteUrl()}/bieu-tuong-512.png`,
  };
  return {
    title: path === "/" ? title : `${title} – ${NAME}, ${committee}`,
    description: shared.description,
    alternates: {
      canonical: url,
      types: { "application/rss+xml": [{ url: `${siteUrl()}${feed ?? "/rss.xml"}`, title: shared.siteName }] },
    },
    openGraph: publishedAt
      ? { ...shared, type: "article", publishedTime: publishedAt.toISOString() }
      : { ...shared, type: "website" },
    twitter: { card: picture ? "summary_large_image" : "summary" },
    manifest: "/manifest.webmanifest",
    icons: { icon: { url: "/bieu-tuong.svg", type: "image/svg+xml" }, apple: "/bieu-tuong-180.png" },
    ...(hidden && { robots: { index: false, follow: true } }),
  };
}

const imageOf = ({ path, width, height, alt }: NonNullable<Described["picture"]>) => ({
  ...{ url: `${siteUrl()}${path}`, width, height },
  ...(alt && { alt }),
});

/** One line, cut between words. */
function shorten(text: string) {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST_DESCRIPTION) return line;
  const cut = line.slice(0, LONGEST_DESCRIPTION);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 80))}…`;
}
