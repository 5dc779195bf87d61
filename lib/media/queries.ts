import { db } from "#lib/db.ts";
import { renditionFor, SHARE_ENDING, versionOf } from "#lib/media/address.ts";
import { pathOf } from "#lib/media/files.ts";
import { extensionOf, PICTURE_TYPE } from "#lib/media/kinds.ts";
import { getShareFile } from "#lib/media/sharing.ts";

/**
 * The file behind `/tep/<id>/<anything>-960.webp`, or null. Whoever knows the id may read: drafts are kept by ids that
 * cannot be guessed. The extension must be the file's own, so that no address pretends to be a page or a program.
 */
export async function getMediaFile(id: string, fileName: string) {
  if (!/^[\w-]{16,40}$/.test(id)) return null;
  const media = await db.media.findUnique({ where: { id } });
  if (media?.type === PICTURE_TYPE && fileName.endsWith(SHARE_ENDING)) return getShareFile(media);
  const { stem, extension } = /^(?<stem>[\w.-]+)\.(?<extension>[a-z]+)$/.exec(fileName)?.groups ?? {};
  if (!media || stem === undefined || extension !== extensionOf(media.type)) return null;

  const isPicture = media.type === PICTURE_TYPE;
  const width = renditionFor(media.widths, Number(/-(?<width>\d{1,4})$/.exec(stem)?.groups?.["width"] ?? 960));
  const stored = isPicture ? `${media.sha256}-${width}.${extension}` : `${media.sha256}.${extension}`;
  return {
    path: pathOf(stored),
    type: media.type,
    isPicture,
    /** For the reader who saves it. */
    saveAs: `${media.name.replace(/\.[a-z0-9]{1,5}$/i, "")}.${extension}`,
    tag: `"${media.sha256.slice(0, 32)}${isPicture ? `-${width}` : ""}"`,
    version: versionOf(media.sha256),
  };
}
