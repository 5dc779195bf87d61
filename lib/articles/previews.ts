import { z } from "zod";
import type { UserActor } from "#lib/actor.ts";
import { getArticleForEditing } from "#lib/articles/editing.ts";
import type { getPublishedArticle } from "#lib/articles/published-article.ts";
import { listRelated } from "#lib/articles/related.ts";
import { isSealed } from "#lib/articles/seal.ts";
import { holdNumbers } from "#lib/articles/whole-numbers.ts";
import { datelineMoment } from "#lib/articles/workflow.ts";
import { fieldsOf } from "#lib/articles/working-copies.ts";
import { type WorkingFields, workingFields } from "#lib/articles/working-copy-schema.ts";
import { db } from "#lib/db.ts";
import { sanitizeHtml } from "#lib/html.ts";
import { showPictures } from "#lib/media/pictures.ts";
import { parseDay } from "#lib/time.ts";

type Shown = NonNullable<Awaited<ReturnType<typeof getPublishedArticle>>>;

/** What one is typing oneself, as readers would see it, or null. */
export async function previewWorkingCopy(actor: UserActor, sitting: string) {
  if (!z.uuid().safeParse(sitting).success) return null;
  const copy = await db.workingCopy.findUnique({ where: { sittingId: sitting, userId: actor.id } });
  const fields = workingFields.safeParse(copy?.fields);
  return copy && fields.success ? showFields(copy.articleId, fields.data) : null;
}

/** The newest revision as readers would see it, or null when it is not for this actor. */
export async function previewArticle(actor: UserActor, id: number) {
  const article = await getArticleForEditing(actor, id);
  return article && showFields(id, fieldsOf({ ...article.head, slug: article.slug }));
}

/** The same for whoever holds a preview link. */
export async function previewByLink(id: number) {
  const article = await db.article.findUnique({ where: { id }, select: { slug: true, headRevision: true } });
  return article?.headRevision && isSealed(article.headRevision)
    ? showFields(id, fieldsOf({ ...article.headRevision, slug: article.slug }))
    : null;
}

async function showFields(id: number | null, fields: WorkingFields): Promise<Shown> {
  const cellId = Number(fields.cellId) || null;
  const [row, category, cell] = await Promise.all([
    id === null ? null : db.article.findUnique({ where: { id }, select: { publishedAt: true, listedAt: true } }),
    categoryOf(Number(fields.categoryId)),
    cellId === null ? null : db.cell.findUnique({ where: { id: cellId }, include: { successor: true } }),
  ]);
  const place = { id: id ?? 0, categoryId: category.id, cellId, listedAt: row?.listedAt ?? null };
  return {
    ...place,
    slug: fields.slug || "xem-truoc",
    title: fields.title || "(chưa có tên bài)",
    summary: fields.summary,
    category,
    cell,
    related: await listRelated(place),
    publishedAt: momentOf(fields.dateline) ?? row?.publishedAt ?? new Date(),
    revisedAt: new Date(),
    changeNotes: [],
    body: await showPictures(holdNumbers(sanitizeHtml(fields.bodyHtml))),
  };
}

/** The first one stands in while none is chosen. */
const categoryOf = (id: number) =>
  db.category.findFirstOrThrow({ where: id ? { id } : {}, orderBy: { position: "asc" } });

function momentOf(dateline: string) {
  const day = parseDay(dateline);
  return day === undefined ? null : datelineMoment(new Date(day));
}
