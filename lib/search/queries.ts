import { db } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { oncePerReading } from "#lib/once-per-reading.ts";
import { PAGE_SIZE } from "#lib/paging.ts";
import { bucketsBetween } from "#lib/search/buckets.ts";
import type { Query } from "#lib/search/query.ts";
import { excerptOf, markWords } from "#lib/search/snippet.ts";
import { Prisma } from "#prisma/client/client.ts";

/** The newest this many hits are ranked and can be paged through; for older ones another word is needed. */
const CANDIDATES = 100;
const ENOUGH = 60;
/** Milliseconds. Everything is looked through only for rare words; one that is not rare enough stops here with what it has. */
const PATIENCE = 250;

const live = Prisma.sql`"liveRevisionId" IS NOT NULL AND "publishedAt" <= now()`;
const asTyped = Prisma.raw("search_words");
const blindToAccents = Prisma.raw("search_folded");

/**
 * One page of hits: those with the accents as typed first, then the others; within each the words side by side first
 * (title before body), then the newest. Undefined when there is no such page.
 */
export async function searchArticles(query: Query, page: number) {
  const ids = query.words.length > 0 ? await rankedIds(query) : [];
  const last = Math.max(1, Math.ceil(ids.length / PAGE_SIZE));
  if (page > last) return undefined;
  const rows = await readRows(ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE));
  const hits = rows.map(({ title, summary, bodyText, ...row }) => ({
    ...row,
    title,
    markedTitle: markWords(title, query.words),
    excerpt: excerptOf([summary, bodyText], query.words),
  }));
  return { hits, page, last, total: ids.length, more: ids.length === CANDIDATES };
}

async function rankedIds(query: Query) {
  const typed = query.words.join(" ");
  const exact = fold(typed) === typed ? [] : await newestHits(query, asTyped);
  if (exact.length >= CANDIDATES) return exact;
  const blind = await newestHits(query, blindToAccents);
  return [...new Set([...exact, ...blind])].slice(0, CANDIDATES);
}

/** Hits out of ever wider windows; a wider one is opened only while there are few. */
async function newestHits(query: Query, form: Prisma.Sql) {
  let found: number[] = [];
  for (const edge of WINDOWS) {
    const oldest = await edge();
    const buckets = oldest && bucketsBetween(oldest, new Date());
    if (!buckets) break;
    found = (await find(query, form, buckets)).map(({ id }) => id);
    if (found.length >= ENOUGH) return found;
  }
  return (await withPatience(find(query, form))) ?? found;
}

/** When the last of the newest so many articles was published; undefined when there are no more than these. */
const edgeOf = (count: number) =>
  oncePerReading(async () => {
    const [last] = await db.$queryRaw<{ publishedAt: Date }[]>`
      SELECT "publishedAt" FROM "Article" WHERE ${live} ORDER BY "publishedAt" DESC OFFSET ${count} LIMIT 1`;
    return last?.publishedAt;
  });

/** How many of the newest articles are looked through, step by step, until there are hits enough. */
const WINDOWS = [edgeOf(2_000), edgeOf(20_000)];

/** Ids of the newest hits, best first. */
function find({ words, phrases }: Query, form: Prisma.Sql, buckets?: string[]) {
  const asked = words.join(" ");
  const wanted = [
    Prisma.sql`plainto_tsquery('simple', ${form}(${asked}))`,
    ...phrases.map((phrase) => Prisma.sql`phraseto_tsquery('simple', ${form}(${phrase.join(" ")}))`),
    ...(buckets ? [Prisma.sql`${buckets.map((bucket) => `'${bucket}'`).join("|")}::tsquery`] : []),
  ];
  return db.$queryRaw<{ id: number }[]>`
    SELECT id FROM search_newest(${Prisma.join(wanted, " && ")}, ${CANDIDATES}::int) JOIN "Article" USING (id),
      phraseto_tsquery('simple', ${form}(${asked})) AS together
    ORDER BY ts_filter(search, '{a}') @@ together DESC, search @@ together DESC, "publishedAt" DESC, id DESC`;
}

async function withPatience(query: Prisma.PrismaPromise<{ id: number }[]>) {
  try {
    const limit = db.$queryRaw`SELECT set_config('statement_timeout', ${String(PATIENCE)}, true)`;
    const [, rows] = await db.$transaction([limit, query]);
    return rows.map(({ id }) => id);
  } catch (error) {
    if (isTimeout(error)) return undefined;
    throw error;
  }
}

const QUERY_CANCELED = "57014"; // https://www.postgresql.org/docs/current/errcodes-appendix.html

const isTimeout = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && JSON.stringify(error.meta).includes(QUERY_CANCELED);

async function readRows(ids: number[]) {
  const rows = await db.article.findMany({
    where: { id: { in: ids }, liveRevisionId: { not: null }, publishedAt: { lte: new Date() } },
    select: {
      id: true,
      slug: true,
      publishedAt: true,
      category: { select: { slug: true, name: true } },
      cell: { select: { name: true, validTo: true } },
      liveRevision: { select: { title: true, summary: true, bodyText: true } },
    },
  });
  const found = new Map(
    rows.map(({ liveRevision, publishedAt, ...row }) => [
      row.id,
      liveRevision && publishedAt && { ...row, ...liveRevision, publishedAt },
    ]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}
