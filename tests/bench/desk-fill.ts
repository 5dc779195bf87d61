import type pg from "pg";
import { asOwner } from "#tests/support/embedded-owner.ts";

const DRAFT = `"liveRevisionId" = NULL, "publishedAt" = NULL, search = NULL, stage = 'draft'`;
/** How the youngest 20,000 articles of a newsroom at work stand; each takes the next so many. */
const STANDINGS: [number, string][] = [
  [300, `"liveRevisionId" = NULL, "publishedAt" = NULL, search = NULL, stage = 'submitted'`],
  [100, `"liveRevisionId" = NULL, "publishedAt" = NULL, search = NULL, stage = 'returned'`],
  [2000, DRAFT],
  [2000, `"liveRevisionId" = NULL, search = NULL, stage = 'archived'`],
  [1000, `"liveRevisionId" = NULL, search = NULL, "withdrawnAt" = now(), "withdrawReason" = 'expired'`],
  [60, `stage = 'scheduled', "scheduledRevisionId" = "headRevisionId", "scheduledFor" = now() + id * interval '1 day'`],
  [40, `"unpublishAt" = now() + id * interval '1 day'`],
  [50, `"approvalOwedSince" = now()`],
];

/** Around the articles of `db:fill`, what people leave behind in years: drafts, steps, words to each other, files, the audit. Once. */
export const fillDesk = (data: string) =>
  asOwner<unknown>(data, async (client) => {
    const { rows } = await client.query('SELECT FROM "Media" OFFSET 1000 LIMIT 1');
    if (rows.length > 0) return topUpDrafts(client);
    await client.query("SET session_replication_role = replica"); // the triggers would index each article anew
    await scatter(client);
    for (const statement of STATEMENTS) await client.query(statement);
    await client.query("SET session_replication_role = origin");
    await client.query("VACUUM ANALYZE");
    await client.query("CHECKPOINT");
  });

/** Every run publishes some of them. */
const topUpDrafts = (client: pg.Client) =>
  client.query(`UPDATE "Article" SET ${DRAFT} WHERE id IN (
    SELECT id FROM "Article" WHERE "liveRevisionId" IS NOT NULL AND stage = 'draft' AND "approvalOwedSince" IS NULL AND "unpublishAt" IS NULL
    ORDER BY "publishedAt" DESC, id DESC OFFSET 100
    LIMIT (SELECT greatest(0, 2000 - count(*)) FROM "Article" WHERE stage = 'draft' AND "publishedAt" IS NULL))`);

async function scatter(client: pg.Client) {
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM "Article" WHERE "liveRevisionId" IS NOT NULL ORDER BY "publishedAt" DESC, id DESC OFFSET 100 LIMIT 20000`,
  );
  const ids = rows.map(({ id }) => id);
  let next = 0;
  for (const [count, set] of STANDINGS) {
    await client.query(`UPDATE "Article" SET ${set} WHERE id = ANY($1)`, [ids.slice(next, next + count)]);
    next += count;
  }
  await client.query(CHANGE, [ids.slice(next, next + 300)]);
  await client.query(LONG_HISTORY, [ids[next + 300]]);
}

const REVISION = `"articleId", title, summary, "bodyHtml", "bodyText", "categoryId", "cellId", "authorId", seal`;

/** Published, and changed since. */
const CHANGE = `
  WITH made AS (
    INSERT INTO "Revision" (number, ${REVISION})
    SELECT 2, ${REVISION} FROM "Revision" WHERE "articleId" = ANY($1::int[]) RETURNING id, "articleId")
  UPDATE "Article" a SET "headRevisionId" = made.id FROM made WHERE made."articleId" = a.id`;
const LONG_HISTORY = `
  WITH made AS (
    INSERT INTO "Revision" (number, ${REVISION})
    SELECT n, ${REVISION} FROM "Revision", generate_series(2, 300) n WHERE "articleId" = $1::int RETURNING id, number)
  UPDATE "Article" SET "headRevisionId" = made.id, "liveRevisionId" = made.id FROM made WHERE number = 300 AND "Article".id = $1::int`;

const STATEMENTS = [
  `INSERT INTO "Milestone" ("articleId", "revisionId", kind, at, "userId")
   SELECT a.id, "headRevisionId", kind::"MilestoneKind", "updatedAt", "beganById"
   FROM "Article" a, unnest(ARRAY['submitted', 'approved', 'published']) kind`,
  `INSERT INTO "AuditEvent" (at, actor, "userId", action, subject)
   SELECT "updatedAt", 'Cộng tác viên', "beganById", 'article.' || action, 'article:' || id
   FROM "Article", unnest(ARRAY['create', 'submit', 'approve', 'publish']) action ORDER BY "updatedAt"`,
  `INSERT INTO "Media" (id, sha256, name, type, bytes, width, height, widths, "createdById", "createdAt")
   SELECT md5('media ' || n), md5('sha ' || n), 'Ảnh họp chi bộ ' || n || '.jpg', 'image/webp', 90000, 1200, 800, '{480,960,1200}',
     (SELECT min(id) FROM "User"), now() - n * interval '1 hour' FROM generate_series(1, 50000) n`,
  `INSERT INTO "MediaUse" ("mediaId", "articleId") SELECT md5('media ' || (1 + id % 50000)), id FROM "Article"`,
  `INSERT INTO "DraftComment" ("articleId", "authorId", text, "createdAt")
   SELECT id, coalesce("beganById", (SELECT min(id) FROM "User")), 'Xin kiểm lại số đảng viên dự họp.', "updatedAt" FROM "Article" WHERE id % 5 = 0`,
  `INSERT INTO "DraftCommentResolution" ("commentId", "userId", at)
   SELECT id, "authorId", "createdAt" FROM "DraftComment" WHERE id % 20 > 0`,
  `INSERT INTO "ArticleLink" ("articleId", address, "targetId")
   SELECT id, CASE id % 3 WHEN 0 THEN '/bai-viet/' || slug ELSE 'https://nguon-' || id % 5000 || '.example.vn/van-ban' END,
     CASE id % 3 WHEN 0 THEN id END FROM "Article"
   WHERE "liveRevisionId" IS NOT NULL ON CONFLICT DO NOTHING`,
  `INSERT INTO "LinkCheck" (address, "checkedAt", why, "failedDays", "failedOn")
   SELECT 'https://nguon-' || n || '.example.vn/van-ban', now(), CASE WHEN n % 100 = 0 THEN 'Không có trang này.' END,
     CASE WHEN n % 100 = 0 THEN 3 ELSE 0 END, CASE WHEN n % 100 = 0 THEN now()::date END FROM generate_series(0, 4999) n`,
];
