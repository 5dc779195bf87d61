import { access, readFile } from "node:fs/promises";
import { Parser } from "htmlparser2";
import { db } from "#lib/db.ts";
import { shareFileOf, shareUrl, shareVersionOf } from "#lib/media/address.ts";
import { pathOf, stageFiles } from "#lib/media/files.ts";
import { makeCrop } from "#lib/media/renditions.ts";
import { lockDigest } from "#lib/media/shelf.ts";

/** What Zalo and Facebook show of a link: https://developers.facebook.com/docs/sharing/webmasters/images */
const SIZE = { width: 1200, height: 630 };
/** A smaller picture is shown beside the link as a stamp, where the emblem does better. */
const NARROWEST = 600;

type Media = NonNullable<Awaited<ReturnType<typeof db.media.findUnique>>>;
type Pointed = Pick<Media, "width" | "height" | "focalX" | "focalY">;

/** The largest piece of this shape with the focal point as near to its middle as the picture's edges let it; null when it is too small. */
export function shareBox({ width, height, focalX, focalY }: Pointed) {
  if (!width || !height) return null;
  const wide = Math.floor(Math.min(width, (height * SIZE.width) / SIZE.height));
  if (wide < NARROWEST) return null;
  const high = Math.min(height, Math.round((wide * SIZE.height) / SIZE.width));
  const start = (focal: number, piece: number, whole: number) =>
    Math.round(Math.min(whole - piece, Math.max(0, focal * whole - piece / 2)));
  const box = { left: start(focalX, wide, width), top: start(focalY, high, height), width: wide, height: high };
  return { box, size: wide > SIZE.width ? SIZE : { width: wide, height: high } };
}

/** The first picture of a body that is large enough to stand for it where its link is shared, cut around its focal point. */
export async function findSharePicture(html: string) {
  const shown = picturesIn(html);
  if (shown.length === 0) return undefined;
  const media = await db.media.findMany({ where: { id: { in: shown.map(({ id }) => id) } } });
  for (const { id, alt } of shown) {
    const picture = media.find((one) => one.id === id);
    const crop = picture && shareBox(picture);
    if (crop) return { path: shareUrl(picture), ...crop.size, alt };
  }
  return undefined;
}

const MOST_PICTURES = 20;

function picturesIn(html: string) {
  const pictures: { id: string; alt: string }[] = [];
  const parser = new Parser({
    onopentag(name, { src, alt = "" }) {
      const id = name === "img" && /^\/tep\/(?<id>[\w-]{16,40})\//.exec(src ?? "")?.groups?.["id"];
      if (id && pictures.length < MOST_PICTURES) pictures.push({ id, alt });
    },
  });
  parser.end(html);
  return pictures;
}

/** The file of the crop, made when it is first asked for; null when this picture has none. */
export async function getShareFile(media: Media) {
  const crop = shareBox(media);
  if (!crop) return null;
  const path = pathOf(shareFileOf(media));
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) await keepOnce(media, crop);
  const version = shareVersionOf(media);
  return { path, type: "image/jpeg", isPicture: true, saveAs: `${media.name}.jpg`, tag: `"${version}"`, version };
}

type Crop = NonNullable<ReturnType<typeof shareBox>>;

/** Crops on the way to their files: whoever asks meanwhile waits for the same one. */
const underWay = new Map<string, Promise<void>>();

function keepOnce(media: Media, crop: Crop) {
  const name = shareFileOf(media);
  const work = underWay.get(name) ?? keepCrop(media, crop).finally(() => underWay.delete(name));
  underWay.set(name, work);
  return work;
}

async function keepCrop(media: Media, { box, size }: Crop) {
  const rendition = await readFile(pathOf(`${media.sha256}-${media.widths.at(-1)}.webp`));
  const staged = await stageFiles([{ name: shareFileOf(media), bytes: await makeCrop(rendition, box, size) }]);
  try {
    await db.$transaction(async (tx) => {
      await lockDigest(tx, media.sha256);
      await staged.keep();
    });
  } catch (error) {
    await staged.discard();
    throw error;
  }
}
