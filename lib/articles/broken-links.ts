import type { UserActor } from "#lib/actor.ts";
import { canEditAnyArticle } from "#lib/articles/policy.ts";
import { db } from "#lib/db.ts";
import { siteUrl } from "#lib/env.ts";
import { findRedirect } from "#lib/redirects.ts";
import { Prisma } from "#prisma/client/client.ts";

/** Pages and files of this site that no row of the database stands for. */
export const FIXED_PATHS = [
  "/",
  "/chi-bo",
  "/tham-do",
  "/tim-kiem",
  "/so-do-trang",
  "/trang/bao-ve-du-lieu-ca-nhan",
  "/trang/tro-nang",
  "/rss.xml",
  "/sitemap.xml",
  "/robots.txt",
  "/manifest.webmanifest",
];

/** Nobody reads a larger number any better. */
const COUNTED = 100;
const FAILED_DAYS = 2;

type Row = { articleId: number; title: string; address: string; path: string | null; why: string | null };

/** Links of live articles that lead nowhere, for those who may mend them: up to 100. */
export async function listBrokenLinks(actor: UserActor) {
  if (!canEditAnyArticle(actor)) return [];
  const rows = await db.$queryRaw<Row[]>`${brokenLinksSql(new URL(siteUrl()).host)}`;
  const links = await Promise.all(
    rows.map(async ({ path, why, ...link }) => {
      const isOldAddress = path?.includes("%") && (await leadsOn(path));
      return isOldAddress ? [] : [{ ...link, why: why ?? "Trên trang này không có địa chỉ đó." }];
    }),
  );
  return links.flat();
}

/** The addresses of an old site are kept as people read them; links may write them in percent signs. */
async function leadsOn(path: string) {
  try {
    return (await findRedirect(decodeURIComponent(path).normalize("NFC"))) !== null;
  } catch {
    return false;
  }
}

/** Links that name this site's host, and what follows it. Capitals in a host are rare enough to be asked as another's. */
const writtenOut = (origin: string) => Prisma.sql`
  SELECT "articleId", address, substr(address, ${origin.length + 1}::int) AS rest FROM "ArticleLink"
  WHERE address = ${origin} OR (address >= ${`${origin}/`} AND address < ${`${origin}0`})`;

const DARK = "Bài đó chưa đăng hoặc đã gỡ.";

/**
 * `own` are links to this site that are not known to lead to an article, each with its path, its area (bai-viet) and what
 * stands there (a slug, an id). The path leaves the byte order of addresses: else no index of another table could find it.
 */
const brokenLinksSql = (host: string) => Prisma.sql`
  WITH own AS (
    SELECT "articleId", address, path, split_part(path, '/', 2) AS area, split_part(path, '/', 3) AS name
    FROM (
      SELECT "articleId", address, address AS rest FROM "ArticleLink"
      WHERE "targetId" IS NULL AND address LIKE '/%' AND address NOT LIKE '//%'
      UNION ALL ${Prisma.join(
        ["https://", "http://"].map((scheme) => writtenOut(`${scheme}${host}`)),
        " UNION ALL ",
      )}
    ) written, LATERAL (SELECT coalesce(nullif(rtrim(split_part(rest, '?', 1), '/'), ''), '/') COLLATE "default" AS path) AS read
  ), broken AS (
    SELECT o."articleId", o.address, o.path, CASE
        WHEN area = 'tep' THEN 'Tệp đó không còn trong kho.'
        WHEN area = 'bai-viet' AND a.id IS NOT NULL THEN ${DARK}
      END AS why
    FROM own o LEFT JOIN "Article" a ON area = 'bai-viet' AND a.slug = o.name
    WHERE NOT CASE area
        WHEN 'bai-viet' THEN a."liveRevisionId" IS NOT NULL AND o.path = '/bai-viet/' || o.name
        WHEN 'chuyen-muc' THEN o.path IN ('/chuyen-muc/' || o.name, '/chuyen-muc/' || o.name || '/rss.xml')
          AND EXISTS (SELECT FROM "Category" WHERE slug = o.name)
        WHEN 'chi-bo' THEN o.path = '/chi-bo' OR (o.path = '/chi-bo/' || o.name AND EXISTS (SELECT FROM "Cell" WHERE slug = o.name))
        WHEN 'tham-do' THEN o.path = '/tham-do' OR (o.path IN ('/tham-do/' || o.name, '/tham-do/' || o.name || '/kiem-phieu',
          '/tham-do/' || o.name || '/rss.xml', '/tham-do/' || o.name || '/bien-ban') AND EXISTS (SELECT FROM "Poll" WHERE slug = o.name))
        WHEN 'api' THEN o.name = 'tham-do' AND EXISTS (SELECT FROM "Poll" WHERE slug = split_part(o.path, '/', 4))
        WHEN 'tep' THEN o.path LIKE '/tep/%/_%' AND EXISTS (SELECT FROM "Media" WHERE id = o.name)
        ELSE o.path = ANY (${FIXED_PATHS})
      END
      AND NOT EXISTS (SELECT FROM "Redirect" WHERE "Redirect".path = o.path)
    UNION ALL
    SELECT l."articleId", l.address, l.address, ${DARK}
    FROM "Article" t JOIN "ArticleLink" l ON l."targetId" = t.id
    WHERE t."liveRevisionId" IS NULL AND NOT EXISTS (SELECT FROM "Redirect" WHERE "Redirect".path = l.address COLLATE "default")
    UNION ALL
    SELECT l."articleId", l.address, NULL, c.why
    FROM "LinkCheck" c JOIN "ArticleLink" l ON l.address = c.address WHERE c."failedDays" >= ${FAILED_DAYS}
  )
  SELECT b."articleId", r.title, b.address, b.path, b.why
  FROM broken b JOIN "Article" a ON a.id = b."articleId" JOIN "Revision" r ON r.id = a."headRevisionId"
  ORDER BY b."articleId" DESC, b.address LIMIT ${COUNTED}`;
