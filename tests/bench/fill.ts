import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import pg from "pg";
import { sealOf } from "#lib/articles/seal.ts";
import { startProgress } from "#lib/cli/progress.ts";
import { dataPath } from "#lib/env.ts";
import { fold } from "#lib/fold.ts";
import { withSiteDatabase } from "#lib/server/command-database.ts";
import { isoDate, startOfDay } from "#lib/time.ts";
import { type Report, writeReport } from "#tests/bench/prose.ts";
import { asOwner, embeddedOwnerUrl } from "#tests/support/embedded-owner.ts";

const BATCH = 1000;
const WRITERS = 2;
const AUTHORS = 40;
const DAY = 86_400_000;

async function fillArticles(count: number) {
  const pool = new pg.Pool({ connectionString: embeddedOwnerUrl(dataPath()), max: WRITERS, options: IN_BULK });
  pool.on("error", () => {}); // the server may be stopped before it has heard of the pool's end
  const progress = startProgress(Math.ceil(count / BATCH));
  const { rows: categories } = await pool.query<{ id: number }>('SELECT id FROM "Category" ORDER BY position');
  const { rows: cells } = await pool.query<{ id: number }>('SELECT id FROM "Cell" ORDER BY id');
  const authors = await addAuthors(pool);
  const starts = Array.from({ length: Math.ceil(count / BATCH) }, (_, index) => index * BATCH).reverse(); // oldest first, as a site grows

  async function writer() {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      const indexes = Array.from({ length: Math.min(BATCH, count - start) }, (_, offset) => start + offset);
      await writeBatch(
        pool,
        indexes.map((index) => rowOf(index, count, { categories, cells, authors })),
      );
      progress.step();
    }
  }
  try {
    await Promise.all(Array.from({ length: WRITERS }, writer));
    await asTriggersWrite(pool);
    await raiseContentVersion();
    await tidyUp();
  } finally {
    progress.stop();
    await pool.end();
  }
}

type Numbered = { id: number }[];
type Places = { categories: Numbered; cells: Numbered; authors: Numbered };
type Row = { slug: string; categoryId: number; cellId: number | null; authorId: number | null; published: Date } & Text;
type Text = { title: string; summary: string; html: string; text: string; seal: string };

/** Who wrote them: people without a password that anybody could say. */
async function addAuthors(pool: pg.Pool) {
  await pool.query(
    `INSERT INTO "User" (email, name, role, "passwordHash")
     SELECT 'cong-tac-vien-' || n || '@mau.example.vn', 'Cộng tác viên ' || n, 'contributor', '' FROM generate_series(1, $1::int) n
     ON CONFLICT DO NOTHING`,
    [AUTHORS],
  );
  return (await pool.query<{ id: number }>(`SELECT id FROM "User" WHERE email LIKE '%@mau.example.vn' ORDER BY id`))
    .rows;
}

function rowOf(index: number, count: number, { categories, cells, authors }: Places): Row {
  const report: Report = writeReport(index, count);
  const html = report.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("");
  const { title, summary } = report;
  return {
    slug: `${fold(title).replace(/[^a-z0-9]+/g, "-")}-${index.toString(36)}-${Date.now().toString(36)}`,
    categoryId: categories[index % categories.length]?.id ?? 1,
    cellId: cells[index % (cells.length + 1)]?.id ?? null,
    authorId: authors[index % authors.length]?.id ?? null,
    published: startOfDay(isoDate(new Date(Date.now() - (report.daysAgo + 1) * DAY))),
    title,
    summary,
    html,
    text: report.paragraphs.join("\n"),
    seal: sealOf({ title, summary, bodyHtml: html }),
  };
}

/** Words are sorted into the search index many at once, and a power cut may take what can be made up again. */
const IN_BULK = "-c gin_pending_list_limit=64MB -c work_mem=128MB -c synchronous_commit=off";

/**
 * Texts and articles in one statement, with all that the triggers would have filled in: they would read each text again and
 * again, for links and pictures that these articles have not. `asTriggersWrite` holds it to what they do.
 */
async function writeBatch(pool: pg.Pool, rows: Row[]) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(INSERT, [
      rows.map((row) => row.slug),
      rows.map((row) => row.title),
      rows.map((row) => row.summary),
      rows.map((row) => row.html),
      rows.map((row) => row.text),
      rows.map((row) => row.categoryId),
      rows.map((row) => row.cellId),
      rows.map((row) => row.seal),
      rows.map((row) => row.authorId),
      rows.map((row) => row.published),
    ]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

const INSERT = `
  WITH input AS MATERIALIZED (
    SELECT nextval(pg_get_serial_sequence('"Article"', 'id'))::int AS article,
      nextval(pg_get_serial_sequence('"Revision"', 'id'))::int AS revision, given.*
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[], $8::text[], $9::int[], $10::timestamptz[])
      AS given(slug, title, summary, html, text, category, cell, seal, author, published)
  ), texts AS (
    INSERT INTO "Revision" (id, "articleId", number, title, summary, "bodyHtml", "bodyText", "categoryId", "cellId", seal, "authorId")
    SELECT revision, article, 1, title, summary, html, text, category, cell, seal, author FROM input
  )
  INSERT INTO "Article" (id, slug, "categoryId", "cellId", "publishedAt", "listedAt", "updatedAt", "liveRevisionId", "headRevisionId",
    "headCategoryId", "headCellId", "beganById", "titleWords", search)
  SELECT article, slug, category, cell, published, published, published, revision, revision, category, cell, author,
    to_tsvector('simple', search_folded(title)), search_vector(title, summary, text, published)
  FROM input`;

/** Throws when the triggers would have made another row of the newest article than `writeBatch` did. */
async function asTriggersWrite(pool: pg.Pool) {
  const { rows } = await pool.query<{ column: string }>(TOUCH);
  const differing = rows.map(({ column }) => column);
  if (differing.length > 0) throw new Error(`Filled otherwise than the triggers do: ${differing.join(", ")}`);
}

const TOUCH = `
  WITH touched AS (
    UPDATE "Article" SET "publishedAt" = "publishedAt", "liveRevisionId" = "liveRevisionId", "headRevisionId" = "headRevisionId"
    WHERE id = (SELECT max(id) FROM "Article") RETURNING to_jsonb(old) AS filled, to_jsonb(new) AS written
  )
  SELECT key AS column FROM touched, jsonb_each(written) WHERE value IS DISTINCT FROM filled -> key`;

async function raiseContentVersion() {
  const { publishing } = await import("#lib/content-version.ts");
  await publishing(async () => undefined);
}

/** As the server's own vacuum does sooner or later where a site grows over years: pages are read from indexes alone. */
async function tidyUp() {
  await asOwner(dataPath(), async (client) => {
    for (const table of ["Article", "Revision"]) await client.query(`VACUUM (ANALYZE) "${table}"`);
  });
}

/** `npm run db:fill -- --articles 100000`: made-up published articles for measuring, in the embedded database. */
const { values } = parseArgs({
  options: { articles: { type: "string", default: "100000" }, help: { type: "boolean", short: "h" } },
});
const wanted = Number(values.articles);
if (values.help || !Number.isInteger(wanted) || wanted < 1) {
  process.stdout.write(
    "Cách dùng: npm run db:fill -- --articles SỐ_BÀI\nThêm bài mẫu đã đăng để đo tốc độ. Đừng dùng với dữ liệu thật.\n",
  );
  process.exit(values.help ? 0 : 2);
}
await withSiteDatabase(async () => {
  if (existsSync(dataPath("postgres", "port"))) return fillArticles(wanted);
  process.exitCode = 2;
  process.stderr.write("Chỉ thêm bài mẫu vào cơ sở dữ liệu kèm theo. Hãy bỏ DATABASE_URL rồi chạy lại.\n");
});
