import type { NextRequest } from "next/server";
import { answerOf, newChallengeId, readTicket, signTicket, soundSeedOf } from "#lib/captcha/challenge.ts";
import { ticketCookie, ticketIn } from "#lib/captcha/cookie.ts";
import { speakCode } from "#lib/captcha/speak.ts";
import { takesBallots } from "#lib/polls/queries.ts";
import { ticketForm } from "#lib/polls/schema.ts";
import { rangeOf } from "./range.ts";

export const dynamic = "force-dynamic";

/** The code that the reader's picture shows, spoken; a new one for a reader who has none. */
export async function GET(request: NextRequest) {
  const slug = request.nextUrl.searchParams.get("tham-do") ?? "";
  if (!(await takesBallots(slug))) return new Response(null, { status: 404 });

  const now = new Date();
  const shown = readTicket(ticketForm(slug), ticketIn(request.headers, slug));
  const known = shown && shown.expiresAt > now;
  const id = known ? shown.id : newChallengeId();
  const wav = speakCode(answerOf(id), soundSeedOf(id));
  const headers = new Headers({ "content-type": "audio/wav", "cache-control": "no-store", "accept-ranges": "bytes" });
  if (!known) headers.set("set-cookie", ticketCookie(slug, signTicket(ticketForm(slug), id, now)));

  const range = rangeOf(request.headers.get("range"), wav.length);
  if (!range) return new Response(new Uint8Array(wav), { headers });
  headers.set("content-range", `bytes ${range.first}-${range.last}/${wav.length}`);
  return new Response(new Uint8Array(wav.subarray(range.first, range.last + 1)), { status: 206, headers });
}
