import path from "node:path";
import type { Actor } from "#lib/actor.ts";
import { AppError } from "#lib/errors.ts";
import type { KeepImage } from "#lib/importers/docx-article.ts";
import { storeMedia } from "#lib/media/mutations.ts";

const LONGEST = 100;
const stemOf = (file: string) => path.parse(file).name.slice(0, LONGEST).trim();

/** Pictures of the imported document `source` into the media library, in this actor's name; none more once `gone` is aborted. */
export const keepImageAs =
  (actor: Actor, source: string, gone?: AbortSignal): KeepImage =>
  async (bytes, type, number) => {
    gone?.throwIfAborted();
    const name = `Ảnh ${number} trong ${stemOf(source)}.${type.split("/")[1]}`;
    const { url, width, height } = await storeMedia(actor, { name, bytes: Buffer.from(bytes) });
    if (width === null || height === null) throw new AppError("invalid", "Một tệp trong văn bản không phải là ảnh.");
    return { src: url, width, height };
  };
