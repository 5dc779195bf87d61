import type { UserActor } from "#lib/actor.ts";
import { toJsonAnswer } from "#lib/api-answer.ts";
import { canWriteArticles } from "#lib/articles/policy.ts";
import { requireActor } from "#lib/auth/current.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { importDocx } from "#lib/importers/docx.ts";
import { keepImageAs } from "#lib/importers/keep-image.ts";
import { readUploadedFile } from "#lib/media/upload.ts";

export const dynamic = "force-dynamic";

/** Reads a Word file. Answers lines of JSON while it works: `{ done: 0.4 }` …, then `{ article }` or `{ error }`. */
export const POST = (request: Request) =>
  toJsonAnswer(request, async () => {
    const actor = await requireActor();
    authorize(canWriteArticles(actor));
    const { bytes } = await readUploadedFile(request);
    return new Response(reading(actor, bytes), { headers: { "content-type": "application/x-ndjson" } });
  });

function reading(actor: UserActor, bytes: Buffer) {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const say = (line: object) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        const article = await importDocx(bytes, { keepImage: keepImageAs(actor), onProgress: (done) => say({ done }) });
        say({ article });
        controller.close();
      } catch (error) {
        if (!(error instanceof AppError)) return controller.error(error);
        say({ error: error.message });
        controller.close();
      }
    },
  });
}
