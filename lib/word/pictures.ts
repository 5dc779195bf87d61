import sharp from "sharp";
import { getMediaFile } from "#lib/media/queries.ts";
import type { LoadPicture } from "#lib/word/html-as-docx.ts";

/** Pictures of the media library as JPEG: Word on the clerk's machine may not know WebP. */
export const loadFromLibrary: LoadPicture = async (src) => {
  const { id = "", name = "" } = /^\/tep\/(?<id>[\w-]+)\/(?<name>[\w.-]+)$/.exec(src)?.groups ?? {};
  const file = await getMediaFile(id, name);
  if (!file?.isPicture) return null;
  const { data, info } = await sharp(file.path)
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, type: "jpg", width: info.width, height: info.height };
};
