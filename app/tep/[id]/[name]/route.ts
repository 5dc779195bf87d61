import type { NextRequest } from "next/server";
import { answerMedia } from "#lib/media/answer.ts";
import { getMediaFile } from "#lib/media/queries.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ id: string; name: string }> };

/** A picture or a document of the library. */
async function answer({ method, headers, nextUrl }: NextRequest, { params }: Props) {
  const { id, name } = await params;
  const file = await getMediaFile(id, name);
  const found = file && (await answerMedia(file, { method, headers, version: nextUrl.searchParams.get("v") }));
  return found ?? new Response("Không có tệp này.\n", { status: 404, headers: NOT_THERE });
}

export { answer as GET, answer as HEAD };

const NOT_THERE = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
