import { toJsonAnswer } from "#lib/api-answer.ts";
import { requireActor } from "#lib/auth/current.ts";
import { listAttachments } from "#lib/media/editing.ts";

export const dynamic = "force-dynamic";

/** The library's PDF and Office files whose names hold the words `q`, the newest of them, as JSON. */
export const GET = (request: Request) =>
  toJsonAnswer(request, async () => {
    const actor = await requireActor();
    const words = new URL(request.url).searchParams.get("q")?.trim().slice(0, 100) ?? "";
    return Response.json(await listAttachments(actor, words));
  });
