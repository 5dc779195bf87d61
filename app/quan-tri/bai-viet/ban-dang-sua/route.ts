import { readJson, toJsonAnswer } from "#lib/api-answer.ts";
import { keepWorkingCopy, listOthersWriting } from "#lib/articles/working-copies.ts";
import { requireActor } from "#lib/auth/current.ts";

export const dynamic = "force-dynamic";

/** Keeps what is being typed: a route and no action, so that a page opened before an update still saves. 409 carries the newer revision. */
export const POST = (request: Request) =>
  toJsonAnswer(request, async () => {
    const actor = await requireActor();
    const input = await readJson(request);
    const kept = await keepWorkingCopy(actor, input);
    if ("conflict" in kept) return Response.json({ theirs: kept.conflict }, { status: 409 });
    const articleId = Number(input["articleId"]);
    return Response.json({ ...kept, others: articleId ? await listOthersWriting(actor, articleId) : [] });
  });
