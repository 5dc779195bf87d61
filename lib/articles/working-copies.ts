import type { UserActor } from "#lib/actor.ts";
import { canEditArticle, canReadDraft, canWriteArticles, type Owned } from "#lib/articles/policy.ts";
import { checkText } from "#lib/articles/readiness.ts";
import { NO_FIELDS, type WorkingFields, workingCopyInput, workingFields } from "#lib/articles/working-copy-schema.ts";
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
  if (articleId !== null) authorizeEditing(actor, await ownedOf(articleId));
  const { html: bodyHtml, warnings } = cleanHtml(fields.bodyHtml);
  const copy = { sitting, articleId, base, sequence, fields: { ...fields, bodyHtml } };

  const kept = await db.$transaction(async (tx) => {
    const head = articleId === null ? null : await lockHead(tx, articleId);
    if (head && head.id !== base) return { conflict: newerFor(actor, head) };
    await write(tx, actor, copy, !saysTheSame(copy.fields, head ? headFields(head) : NO_FIELDS));
    return { savedAt: new Date(), version: head?.article.version ?? null, warnings };
  });
  return "conflict" in kept ? kept : { ...kept, checklist: await checkFields(copy.fields) };
}

/** The checklist of a text that is not finished: a day that is none yet is no day. */
function checkFields({ title, summary, bodyHtml, dateline }: WorkingFields) {
  const day = parseDay(dateline);
  return checkText({ title, summary, bodyHtml, bodyText: textOf(bodyHtml), dateline: day ? new Date(day) : null });
}

type Head = Awaited<ReturnType<typeof lockHead>>;

/** Share lock: whoever makes a revision meanwhile waits, so that the answer is true when it is given. */
async function lockHead(tx: Transaction, articleId: number) {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT "headRevisionId" AS id FROM "Article" WHERE id = ${articleId} FOR SHARE`;
  if (!row) throw gone();
  return tx.revision.findUniqueOrThrow({
    where: { id: row.id },
    include: { author: { select: { name: true } }, article: { select: { slug: true, version: true } } },
  });
}

const saysTheSame = (one: WorkingFields, other: WorkingFields) =>
  (Object.keys(NO_FIELDS) as (keyof WorkingFields)[]).every((name) => one[name] === other[name]);

type Copy = Omit<ReturnType<typeof workingCopyInput.parse>, "v">;

async function write(tx: Transaction, actor: UserActor, copy: Copy, differs: boolean) {
  const { sitting, articleId, base, sequence, fields } = copy;
  const written = await tx.$executeRaw`
    INSERT INTO "WorkingCopy" ("sittingId", "userId", "articleId", "baseRevisionId", sequence, fields, differs)
    VALUES (${sitting}::uuid, ${actor.id}, ${articleId}, ${base}, ${sequence}, ${JSON.stringify(fields)}::jsonb, ${differs})
    ON CONFLICT ("sittingId") DO UPDATE
    SET "articleId" = EXCLUDED."articleId", "baseRevisionId" = EXCLUDED."baseRevisionId", sequence = EXCLUDED.sequence,
      fields = EXCLUDED.fields, differs = EXCLUDED.differs, "savedAt" = now()
    WHERE "WorkingCopy"."userId" = EXCLUDED."userId" AND "WorkingCopy".sequence < EXCLUDED.sequence`;
  if (written === 0) throw new AppError("conflict", "Lần lưu này đến muộn: trang đã lưu bản mới hơn.");
}

/** The newest revision, for whoever wrote on top of an older one. */
const newerFor = (actor: UserActor, head: Head) => ({
  id: head.id,
  number: head.number,
  author: head.author?.name ?? "Chương trình",
  isOwn: head.authorId === actor.id,
  savedAt: head.createdAt,
  version: head.article.version,
  fields: headFields(head),
});

const headFields = (head: Head) => fieldsOf({ ...head, slug: head.article.slug });

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

/** The actor's own text that no revision holds, newest first; `sequence` tells it from what the same page kept elsewhere. */
export async function listWorkingCopies(actor: UserActor, articleId: number | null) {
  const copies = await db.workingCopy.findMany({
    where: { userId: actor.id, articleId, differs: true },
    orderBy: { savedAt: "desc" },
    take: 5,
  });
  return copies.flatMap(({ sittingId: sitting, baseRevisionId: base, sequence, savedAt, fields }) => {
    const read = workingFields.safeParse(fields);
    return read.success ? [{ sitting, base, sequence, savedAt: savedAt.toISOString(), fields: read.data }] : [];
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
      WHERE w."userId" = ${actor.id} AND w.differs
      ORDER BY coalesce(w."articleId"::text, w."sittingId"::text), w."savedAt" DESC
    ) newest ORDER BY "savedAt" DESC LIMIT 20`;

/** Names of the others who are changing this article just now; who only looks at it is none. */
export async function listOthersWriting(actor: UserActor, articleId: number) {
  const copies = await db.workingCopy.findMany({
    where: { articleId, differs: true, userId: { not: actor.id }, savedAt: { gt: new Date(Date.now() - PRESENT) } },
    select: { user: { select: { name: true } } },
  });
  return [...new Set(copies.map(({ user }) => user.name))];
}

/** One's own copy, once its text is in a revision or was given up. Who names none has none. */
export async function dropWorkingCopy(actor: UserActor, input: unknown) {
  const named = workingCopyInput.pick({ sitting: true }).safeParse(input);
  if (named.success) await db.workingCopy.deleteMany({ where: { sittingId: named.data.sitting, userId: actor.id } });
}

/** Whoever began an article that was published meanwhile reads what is to be done instead. */
function authorizeEditing(actor: UserActor, article: Owned) {
  if (canEditArticle(actor, article)) return;
  authorize(canReadDraft(actor, article));
  throw new AppError(
    "forbidden",
    "bài đã được đăng trong lúc bạn viết. Hãy chép chỗ cần sửa sang ô “Góp ý của bạn” để người biên tập sửa.",
  );
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
