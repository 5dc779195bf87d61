import type { UserActor } from "#lib/actor.ts";
import { canEditArticle, canWriteArticles } from "#lib/articles/policy.ts";
import { checkText } from "#lib/articles/readiness.ts";
import { type WorkingFields, workingCopyInput, workingFields } from "#lib/articles/working-copy-schema.ts";
import { db, type Transaction } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { cleanHtml, textOf } from "#lib/html.ts";
import { parseDay, showDate } from "#lib/time.ts";

/** Whoever typed within this time is said to be at it. */
const PRESENT = 2 * 60_000;

/**
 * Keeps what was typed, over what the same page kept before. `conflict` is the newest revision when the text was opened
 * from an older one: then nothing is written, and the page still has the text.
 */
export async function keepWorkingCopy(actor: UserActor, input: unknown) {
  const { sitting, articleId, base, sequence, fields } = workingCopyInput.parse(input);
  authorize(canWriteArticles(actor));
  if (articleId !== null) authorize(canEditArticle(actor, await ownedOf(articleId)));
  const { html: bodyHtml, warnings } = cleanHtml(fields.bodyHtml);
  const copy = { sitting, articleId, base, sequence, fields: { ...fields, bodyHtml } };

  const kept = await db.$transaction(async (tx) => {
    const head = articleId === null ? null : await lockHead(tx, articleId);
    if (head && head.id !== base) return { conflict: await describeHead(tx, head.id) };
    await write(tx, actor, copy);
    return { savedAt: new Date(), version: head?.version ?? null, warnings };
  });
  return "conflict" in kept ? kept : { ...kept, checklist: await checkFields(copy.fields) };
}

/** The checklist of a text that is not finished: a day that is none yet is no day. */
function checkFields({ title, summary, bodyHtml, dateline }: WorkingFields) {
  const day = parseDay(dateline);
  return checkText({ title, summary, bodyHtml, bodyText: textOf(bodyHtml), dateline: day ? new Date(day) : null });
}

/** Share lock: whoever makes a revision meanwhile waits, so that the answer is true when it is given. */
async function lockHead(tx: Transaction, articleId: number) {
  const [row] = await tx.$queryRaw<{ id: number; version: number }[]>`
    SELECT "headRevisionId" AS id, version FROM "Article" WHERE id = ${articleId} FOR SHARE`;
  if (!row) throw gone();
  return row;
}

type Copy = Omit<ReturnType<typeof workingCopyInput.parse>, "v">;

async function write(tx: Transaction, actor: UserActor, { sitting, articleId, base, sequence, fields }: Copy) {
  const written = await tx.$executeRaw`
    INSERT INTO "WorkingCopy" ("sittingId", "userId", "articleId", "baseRevisionId", sequence, fields)
    VALUES (${sitting}::uuid, ${actor.id}, ${articleId}, ${base}, ${sequence}, ${JSON.stringify(fields)}::jsonb)
    ON CONFLICT ("sittingId") DO UPDATE
    SET "articleId" = EXCLUDED."articleId", "baseRevisionId" = EXCLUDED."baseRevisionId", sequence = EXCLUDED.sequence,
      fields = EXCLUDED.fields, "savedAt" = now()
    WHERE "WorkingCopy"."userId" = EXCLUDED."userId" AND "WorkingCopy".sequence < EXCLUDED.sequence`;
  if (written === 0) throw new AppError("conflict", "Lần lưu này đến muộn: trang đã lưu bản mới hơn.");
}

async function describeHead(tx: Transaction, id: number) {
  const head = await tx.revision.findUniqueOrThrow({
    where: { id },
    include: { author: { select: { name: true } }, article: { select: { slug: true, version: true } } },
  });
  return {
    id,
    number: head.number,
    author: head.author?.name ?? "Chương trình",
    savedAt: head.createdAt,
    version: head.article.version,
    fields: fieldsOf({ ...head, slug: head.article.slug }),
  };
}

type Headed = {
  title: string;
  summary: string;
  bodyHtml: string;
  categoryId: number;
  cellId: number | null;
  dateline: Date | null;
  slug: string;
};

/** A revision as the form of the editing page holds it. */
export const fieldsOf = ({ title, summary, bodyHtml, categoryId, cellId, dateline, slug }: Headed): WorkingFields => ({
  title,
  summary,
  bodyHtml,
  categoryId: String(categoryId),
  cellId: cellId === null ? "" : String(cellId),
  dateline: dateline ? showDate(dateline) : "",
  slug,
});

/** The actor's own text that no revision holds, newest first. */
export async function listWorkingCopies(actor: UserActor, articleId: number | null) {
  const copies = await db.workingCopy.findMany({
    where: { userId: actor.id, articleId },
    orderBy: { savedAt: "desc" },
    take: 5,
  });
  return copies.flatMap(({ sittingId, baseRevisionId, savedAt, fields }) => {
    const read = workingFields.safeParse(fields);
    return read.success
      ? [{ sitting: sittingId, base: baseRevisionId, savedAt: savedAt.toISOString(), fields: read.data }]
      : [];
  });
}

type Unsaved = { sitting: string; articleId: number | null; title: string; category: string | null; savedAt: Date };

/** What this person typed that no revision holds, newest first: one line for each article, one for each text that is none yet. */
export const listUnsaved = (actor: UserActor) =>
  db.$queryRaw<Unsaved[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (coalesce(w."articleId"::text, w."sittingId"::text))
        w."sittingId" AS sitting, w."articleId", w.fields->>'title' AS title, c.name AS category, w."savedAt"
      FROM "WorkingCopy" w LEFT JOIN "Category" c ON c.id::text = w.fields->>'categoryId'
      WHERE w."userId" = ${actor.id}
      ORDER BY coalesce(w."articleId"::text, w."sittingId"::text), w."savedAt" DESC
    ) newest ORDER BY "savedAt" DESC LIMIT 20`;

/** Names of the others who are writing this article just now. */
export async function listOthersWriting(actor: UserActor, articleId: number) {
  const copies = await db.workingCopy.findMany({
    where: { articleId, userId: { not: actor.id }, savedAt: { gt: new Date(Date.now() - PRESENT) } },
    select: { user: { select: { name: true } } },
  });
  return [...new Set(copies.map(({ user }) => user.name))];
}

/** One's own copy, once its text is in a revision or was given up. Who names none has none. */
export async function dropWorkingCopy(actor: UserActor, input: unknown) {
  const named = workingCopyInput.pick({ sitting: true }).safeParse(input);
  if (named.success) await db.workingCopy.deleteMany({ where: { sittingId: named.data.sitting, userId: actor.id } });
}

async function ownedOf(id: number) {
  const article = await db.article.findUnique({
    where: { id },
    select: { liveRevisionId: true, revisions: { where: { number: 1 }, select: { authorId: true } } },
  });
  if (!article) throw gone();
  return { beganBy: article.revisions[0]?.authorId ?? null, isLive: article.liveRevisionId !== null };
}

const gone = () => new AppError("not-found", "Không có bài này. Có thể bạn mở một đường dẫn cũ.");
