import { extensionOf, PICTURE_TYPE } from "#lib/media/kinds.ts";
import { slugOf } from "#lib/slug.ts";

type Addressed = { id: string; name: string; type: string; widths: number[] };

const stem = (name: string) => slugOf(name.replace(/\.[a-z0-9]{1,5}$/i, "")).slice(0, 60);

/** Where a file is served: `/tep/<id>/hop-chi-bo-960.webp`, `/tep/<id>/ke-hoach-28.pdf`. The id decides; the name is for people. */
export function mediaUrl({ id, name, type, widths }: Addressed, width = 960) {
  const size = type === PICTURE_TYPE ? `-${renditionFor(widths, width)}` : "";
  return `/tep/${id}/${stem(name)}${size}.${extensionOf(type)}`;
}

/** The smallest rendition that is wide enough, or the widest there is. */
export const renditionFor = (widths: number[], width: number) =>
  widths.find((candidate) => candidate >= width) ?? widths.at(-1) ?? 0;

/** What `?v=` says in an address that holds for ever: a replaced file has another. */
export const versionOf = (sha256: string) => sha256.slice(0, 12);

/** An address that shows a replaced file at once. */
export const freshUrl = (media: Addressed & { sha256: string }, width?: number) =>
  `${mediaUrl(media, width)}?v=${versionOf(media.sha256)}`;

/** The point that a crop keeps in sight, in whole hundredths: as fine as the form lets one choose it. */
const pointOf = ({ focalX, focalY }: Pointed) => `${Math.round(focalX * 100)}-${Math.round(focalY * 100)}`;

type Pointed = { focalX: number; focalY: number };
type Shared = Addressed & Pointed & { sha256: string };

/** What `?v=` says of a crop: other bytes or another point make another. */
export const shareVersionOf = (media: Shared) => `${versionOf(media.sha256)}-${pointOf(media)}`;

/** The file that a crop is kept in, beside the renditions of the same bytes. */
export const shareFileOf = (media: Shared) => `${media.sha256}-${pointOf(media)}.jpg`;

/** Where the crop for shared links is served. */
export const shareUrl = (media: Shared) =>
  `/tep/${media.id}/${stem(media.name)}${SHARE_ENDING}?v=${shareVersionOf(media)}`;

export const SHARE_ENDING = "-chia-se.jpg";
