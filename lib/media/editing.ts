import type { Actor } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { authorize } from "#lib/errors.ts";
import { freshUrl, mediaUrl } from "#lib/media/address.ts";
import { canChangeMedia, canUseMedia } from "#lib/media/policy.ts";
import { Prisma } from "#prisma/client/client.ts";

const PER_PAGE = 24;

type MediaKind = "picture" | "document";
type Search = { words?: string; kind?: MediaKind | undefined; after?: string | undefined };

/** A file of one page, with how much it is used: asked of these files alone. */
type Found = { id: string; uses: number; isInDraft: boolean };

/** The library, newest first; `words` are looked for in the names, with or without accents; `next` is where the page after begins. */
export async function listMedia(actor: Actor, { words = "", kind, after }: Search) {
  authorize(canUseMedia(actor));
  const conditions = [nameHas(words), kind && KINDS[kind], comesAfter(after)].filter(
    (condition) => condition !== undefined,
  );
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
  const found = await db.$queryRaw<Found[]>`
    SELECT id, (SELECT count(*)::int FROM "MediaUse" WHERE "mediaId" = m.id) AS uses,
      EXISTS (SELECT FROM "MediaDraftUse" WHERE "mediaId" = m.id) AS "isInDraft"
    FROM (SELECT id, "createdAt" FROM "Media" ${where} ORDER BY "createdAt" DESC, id DESC LIMIT ${PER_PAGE + 1}) m
    ORDER BY "createdAt" DESC, id DESC`;
  const used = new Map(found.slice(0, PER_PAGE).map((row) => [row.id, row]));

  const media = await db.media.findMany({
    where: { id: { in: [...used.keys()] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { createdBy: { select: { name: true } } },
  });
  const last = media.at(-1);
  return {
    media: media.map((row) => ({ uses: 0, isInDraft: false, ...row, ...used.get(row.id), url: freshUrl(row, 480) })),
    next: found.length > PER_PAGE && last ? `${last.createdAt.toISOString()}_${last.id}` : undefined,
  };
}

/** The newest documents of the library as an article links to them. */
export async function listAttachments(actor: Actor, words: string) {
  const { media } = await listMedia(actor, { words, kind: "document" });
  return media.map((file) => ({ id: file.id, name: file.name, bytes: file.bytes, url: mediaUrl(file) }));
}

const KINDS = { picture: Prisma.sql`width IS NOT NULL`, document: Prisma.sql`width IS NULL` };

function nameHas(words: string) {
  if (words === "") return undefined;
  const like = `%${words.normalize("NFC").replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return Prisma.sql`"foldedName" LIKE (SELECT unaccent(lower(${like})))`; // folded once, not beside every name
}

function comesAfter(after: string | undefined) {
  const { moment = "", id } = /^(?<moment>[\dT:.Z-]{24})_(?<id>[\w-]{16,40})$/.exec(after ?? "")?.groups ?? {};
  const instant = new Date(moment);
  return Number.isNaN(instant.getTime()) ? undefined : Prisma.sql`("createdAt", id) < (${instant}, ${id})`;
}

/** One file with the articles that show or link it and the people whose unsaved text does, or null. */
export async function getMedia(actor: Actor, id: string) {
  authorize(canUseMedia(actor));
  const media = await db.media.findUnique({
    where: { id },
    include: {
      createdBy: { select: { name: true } },
      uses: {
        orderBy: { articleId: "desc" },
        select: {
          article: { select: { id: true, liveRevisionId: true, headRevision: { select: { title: true } } } },
        },
      },
      draftUses: { select: { copy: { select: { user: { select: { name: true } } } } } },
    },
  });
  if (!media) return null;
  const { draftUses, ...row } = media;

  const uses = media.uses.map(({ article }) => ({
    id: article.id,
    title: article.headRevision?.title ?? "",
    isLive: article.liveRevisionId !== null,
  }));
  const writers = [...new Set(draftUses.map(({ copy }) => copy.user.name))];
  return {
    ...row,
    uses,
    writers,
    url: freshUrl(media),
    address: mediaUrl(media),
    mayChange: canChangeMedia(actor, media),
  };
}
