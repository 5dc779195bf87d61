import { readJson, toJsonAnswer } from "#lib/api-answer.ts";
import { dropWorkingCopy } from "#lib/articles/working-copies.ts";
import { requireActor } from "#lib/auth/current.ts";

export const dynamic = "force-dynamic";

/** Gives up a working copy of one's own. */
export const POST = (request: Request) =>
  toJsonAnswer(request, async () => {
    await dropWorkingCopy(await requireActor(), await readJson(request));
    return Response.json({});
  });
