import { ownerQuery } from "#tests/support/owner-query.ts";

type Place = { categoryId: number; cellId?: number };

/** Published articles of nobody's, as many as make the planner think of indexes: slugs mau-1, mau-2 … , one older than the other. */
export async function fillArticles(count: number, place: Place, apart = "1 day") {
  await ownerQuery(
    `INSERT INTO "Article" (slug, "categoryId", "cellId", "publishedAt", "updatedAt")
     SELECT 'mau-' || i, $2, $3, now() - i * $4::interval, now() - i * $4::interval FROM generate_series(1, $1::int) i`,
    [count, place.categoryId, place.cellId ?? null, apart],
  );
  await ownerQuery(
    `INSERT INTO "Revision" ("articleId", number, title, summary, "bodyHtml", "bodyText", "categoryId", seal)
     SELECT id, 1, 'Bài mẫu ' || id, '', repeat(md5(id::text), 30), '', $1, '' FROM "Article" WHERE slug LIKE 'mau-%'`,
    [place.categoryId],
  );
  await ownerQuery(
    `UPDATE "Article" a SET "headRevisionId" = r.id, "liveRevisionId" = r.id FROM "Revision" r
     WHERE r."articleId" = a.id AND slug LIKE 'mau-%'`,
  );
  await ownerQuery(
    `INSERT INTO "Milestone" ("articleId", "revisionId", kind)
     SELECT r."articleId", r.id, kind::"MilestoneKind" FROM "Article" a JOIN "Revision" r ON r.id = a."headRevisionId",
       unnest(ARRAY['submitted', 'published']) kind WHERE slug LIKE 'mau-%'`,
  );
  await ownerQuery("ANALYZE");
}
