import type { NextRequest } from "next/server";
import { ZodError } from "zod";
import { requireActor } from "#lib/auth/current.ts";
import { AppError } from "#lib/errors.ts";
import { replaceMedia, storeMedia } from "#lib/media/mutations.ts";
import { readUploadedFile } from "#lib/media/upload.ts";

export const dynamic = "force-dynamic";

/** One file into the library, or behind the address of another (`thay`). Answers JSON: the file, or `error` in a sentence. */
export async function POST(request: NextRequest) {
  try {
    refuseOtherSites(request);
    const actor = await requireActor();
    const input = await readUploadedFile(request);
    return Response.json(await ("mediaId" in input ? replaceMedia(actor, input) : storeMedia(actor, input)));
  } catch (error) {
    if (error instanceof ZodError) return Response.json({ error: error.issues[0]?.message }, { status: 422 });
    if (!(error instanceof AppError)) throw error;
    return Response.json({ error: error.message }, { status: error.status });
  }
}

/** The front refuses what other sites send; this stands where the front does not. */
function refuseOtherSites({ headers }: NextRequest) {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site") ?? "same-origin";
  const isOwn = origin === null || URL.parse(origin)?.host === headers.get("host");
  if (!isOwn || !["same-origin", "none"].includes(site))
    throw new AppError("forbidden", "Yêu cầu này đến từ trang khác nên bị từ chối.");
}
