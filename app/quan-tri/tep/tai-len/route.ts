import { toJsonAnswer } from "#lib/api-answer.ts";
import { requireActor } from "#lib/auth/current.ts";
import { replaceMedia, storeMedia } from "#lib/media/mutations.ts";
import { readUploadedFile } from "#lib/media/upload.ts";

export const dynamic = "force-dynamic";

/** One file into the library, or behind the address of another (`thay`). Answers JSON: the file, or `error` in a sentence. */
export const POST = (request: Request) =>
  toJsonAnswer(request, async () => {
    const actor = await requireActor();
    const input = await readUploadedFile(request);
    return Response.json(await ("mediaId" in input ? replaceMedia(actor, input) : storeMedia(actor, input)));
  });
