import type { NextRequest } from "next/server";
import { signTicket } from "#lib/captcha/challenge.ts";
import { ticketCookie, workCookie, workCookieName } from "#lib/captcha/cookie.ts";
import { takePicture } from "#lib/captcha/pictures.ts";
import { workOf } from "#lib/captcha/work.ts";
import { cookieIn } from "#lib/cookies.ts";
import { isUnderBurst } from "#lib/polls/burst.ts";
import { takesBallots } from "#lib/polls/queries.ts";
import { ticketForm } from "#lib/polls/schema.ts";
import { withSentence } from "./with-sentence.ts";

export const dynamic = "force-dynamic";

/**
 * A new code for a poll's form: the picture in the body, its ticket in the cookie. Every request is a code of its own.
 * While the poll is under a burst a second cookie asks browsers that run our script for some work.
 */
export const GET = (request: NextRequest) =>
  withSentence(async () => {
    const slug = request.nextUrl.searchParams.get("tham-do") ?? "";
    if (!(await takesBallots(slug))) return new Response(null, { status: 404 });

    const { id, png } = await takePicture();
    const headers = new Headers({ "content-type": "image/png", "cache-control": "no-store" });
    headers.append("set-cookie", ticketCookie(slug, signTicket(ticketForm(slug), id, new Date())));
    const work = isUnderBurst(slug) ? workOf(id) : undefined;
    if (work || cookieIn(request.headers, workCookieName(slug))) headers.append("set-cookie", workCookie(slug, work));
    return new Response(new Uint8Array(png), { headers });
  });
