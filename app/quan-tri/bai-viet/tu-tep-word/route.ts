import { toJsonAnswer } from "#lib/api-answer.ts";
import { canWriteArticles } from "#lib/articles/policy.ts";
import { requireActor } from "#lib/auth/current.ts";
import { authorize } from "#lib/errors.ts";
import { importDocx } from "#lib/importers/docx.ts";
import { keepImageAs } from "#lib/importers/keep-image.ts";
import { jsonLines } from "#lib/json-lines.ts";
import { readUploadedFile } from "#lib/media/upload.ts";

export const dynamic = "force-dynamic";

/** Reads a Word file. Answers lines of JSON while it works: `{ done: 0.4 }` …, then `{ article }` or `{ error }`. */
export const POST = (request: Request) =>
  toJsonAnswer(request, async () => {
    const actor = await requireActor();
    authorize(canWriteArticles(actor));
    const { name, bytes } = await readUploadedFile(request);
    const lines = jsonLines(async (say, gone) => {
      const keepImage = keepImageAs(actor, name, gone);
      return { article: await importDocx(bytes, { keepImage, onProgress: (done) => say({ done }) }) };
    });
    return new Response(lines, { headers: { "content-type": "application/x-ndjson" } });
  });
