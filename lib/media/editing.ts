import type { Actor } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { authorize } from "#lib/errors.ts";
import { freshUrl } from "#lib/media/address.ts";
import { canChangeMedia, canUseMedia } from "#lib/media/policy.ts";

const PER_PAGE = 24;

type Search = { words: string; page: number };

/** The library, newest first; `words` are looked for in the names, with or without accents. */
export async function listMedia(actor: Actor, { words, page }: Search) {
  authorize(canUseMedia(actor));
  const like = `%${words.normalize("NFC").replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Media" WHERE ${words === ""} OR unaccent(lower(name)) LIKE unaccent(lower(${like}))
    ORDER BY "createdAt" DESC, id DESC LIMIT ${PER_PAGE + 1} OFFSET ${(page - 1) * PER_PAGE}`;
  const media = await db.media.findMany({
    where: { id: { in: found.slice(0, PER_PAGE).map(({ id }) => id) } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { createdBy: { select: { name: true } }, _count: { select: { uses: true } } },
  });
  return {
    media: media.map(({ _count, ...row }) => ({ ...row, url: freshUrl(row, 480), uses: _count.uses })),
    hasMore: found.length > PER_PAGE,
  };
}

/** One file with the articles that show or link it, or null. */
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
    },
  });
  if (!media) return null;

  const uses = media.uses.map(({ article }) => ({
    id: article.id,
    title: article.headRevision?.title ?? "",
    isLive: article.liveRevisionId !== null,
  }));
  return { ...media, uses, url: freshUrl(media), mayChange: canChangeMedia(actor, media) };
}
