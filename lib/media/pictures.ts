import { db } from "#lib/db.ts";
import { mediaUrl, versionOf } from "#lib/media/address.ts";

const OWN = /"\/tep\/(?<id>[\w-]{16,40})\/[\w.-]+"/g;
const PICTURE = /<img src="\/tep\/(?<id>[\w-]{16,40})\/[\w.-]+"(?<rest>[^>]*)>/g;
/** As wide as the column of text, on phones the whole width. */
const SIZES = "(min-width: 48rem) 44rem, 100vw";

/**
 * Readies the pictures of a sanitised body for readers: each in the width that fits the screen, at an address that changes
 * when the file is replaced, with the space it will take, loaded when it comes near.
 */
export async function showPictures(html: string) {
  const ids = [...html.matchAll(OWN)].map((match) => match.groups?.["id"] ?? "");
  if (ids.length === 0) return html;
  const media = await db.media.findMany({ where: { id: { in: [...new Set(ids)] }, width: { not: null } } });
  const known = new Map(media.map((one) => [one.id, one]));

  return html.replace(PICTURE, (whole, id: string, rest: string) => {
    const picture = known.get(id);
    return picture ? `<img ${attributesOf(picture)}${withoutSize(rest)}>` : whole;
  });
}

type Picture = Awaited<ReturnType<typeof db.media.findMany>>[number];

function attributesOf(picture: Picture) {
  const { width, height, widths, sha256 } = picture;
  const at = (wanted: number) => `${mediaUrl(picture, wanted)}?v=${versionOf(sha256)}`;
  const sources = widths.map((wanted) => `${at(wanted)} ${Math.min(wanted, width ?? wanted)}w`).join(", ");
  return `src="${at(960)}" srcset="${sources}" sizes="${SIZES}" width="${width}" height="${height}" loading="lazy" decoding="async"`;
}

/** An author's own size stands only until the file says its true one: a wrong one would distort the picture. */
const withoutSize = (rest: string) => rest.replace(/ (?:width|height)="\d*"/g, "");
