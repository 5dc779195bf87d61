import { siteUrl } from "#lib/env.ts";

export const dynamic = "force-dynamic";

/** Search engines may read everything that a resident may. Most searches say themselves that they are not to be kept. */
export function GET() {
  const text = `User-agent: *
Disallow: /quan-tri
Disallow: /ma-xac-nhan
Disallow: /api/

Sitemap: ${siteUrl()}/sitemap.xml
`;
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
