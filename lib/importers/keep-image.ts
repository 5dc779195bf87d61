import type { Actor } from "#lib/actor.ts";
import { AppError } from "#lib/errors.ts";
import type { KeepImage } from "#lib/importers/docx-article.ts";
import { storeMedia } from "#lib/media/mutations.ts";

/** Pictures of an imported document into the media library, in this actor's name; none more once `gone` is aborted. */
export const keepImageAs =
  (actor: Actor, gone?: AbortSignal): KeepImage =>
  async (bytes, type) => {
    gone?.throwIfAborted();
    const name = `anh-tu-word.${type.split("/")[1]}`;
    const { url, width, height } = await storeMedia(actor, { name, bytes: Buffer.from(bytes) });
    if (width === null || height === null) throw new AppError("invalid", "Một tệp trong văn bản không phải là ảnh.");
    return { src: url, width, height };
  };
