import type { NextRequest } from "next/server";
import { newChallengeId, signTicket } from "#lib/captcha/challenge.ts";
import { ticketCookie } from "#lib/captcha/cookie.ts";
import { takesBallots } from "#lib/polls/queries.ts";
import { ticketForm } from "#lib/polls/schema.ts";

export const dynamic = "force-dynamic";

/** A slip is filled in at leisure. */
const TWO_HOURS = 7200;

/**
 * The way to the form of a poll by cells, where a slip's QR code leads: hands out the ticket that the receipt will follow
 * from. The code stands behind the address's "#", which no browser sends: it is in no log.
 */
export async function GET(request: NextRequest) {
  const slug = request.nextUrl.searchParams.get("tham-do") ?? "";
  if (!(await takesBallots(slug))) return new Response(null, { status: 303, headers: { location: `/tham-do` } });

  const ticket = signTicket(ticketForm(slug), newChallengeId(), new Date());
  const headers = {
    location: `/tham-do/${slug}?phieu=1`,
    "cache-control": "no-store",
    "set-cookie": ticketCookie(slug, ticket, TWO_HOURS),
  };
  return new Response(null, { status: 303, headers });
}
