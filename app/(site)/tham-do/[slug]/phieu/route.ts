import { after, type NextRequest } from "next/server";
import { ticketIn } from "#lib/captcha/cookie.ts";
import { AppError } from "#lib/errors.ts";
import { networkOf } from "#lib/network.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { purgeNowAndThen } from "#lib/polls/purge.ts";
import { type Refusal, refusalOf } from "#lib/polls/refusals.ts";
import { pollSlug } from "#lib/polls/schema.ts";

type Context = { params: Promise<{ slug: string }> };
type Form = Record<string, FormDataEntryValue | undefined>;

/** Takes a poll's form and sends the reader on: to the result with a receipt, or back to the form with the reason. */
export async function POST(request: NextRequest, { params }: Context) {
  const { slug } = await params;
  const form = await readForm(request);
  const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
  if (form["viec"] === "ma-khac") return seeOther(formAddress(slug, form));

  try {
    const visitor = { kind: "visitor", network: networkOf(request.headers) } as const;
    const ticket = ticketIn(request.headers, slug);
    const { receipt } = await castVote(visitor, { slug, optionId: form["chon"], code: form["ma"], ticket });
    after(purgeNowAndThen);
    return wantsJson ? json(200, { receipt }) : seeOther(`/tham-do/${slug}?bien-nhan=${receipt}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return wantsJson ? refusedJson(error) : seeOther(formAddress(slug, form, refusalOf(error)));
  }
}

const refusedJson = (error: AppError) =>
  json(error.status, { code: refusalOf(error) ?? error.code, sentence: error.message });

const readForm = async (request: NextRequest): Promise<Form> => {
  try {
    return Object.fromEntries(await request.formData());
  } catch {
    return {}; // no form at all: refused as one without a choice
  }
};

/** The pages a poll's form stands on; whatever else `ve` says, nobody is sent there. */
const FORM_PAGES = /^\/(?:(?:bai-viet|tham-do)\/[a-z0-9-]{1,120})?$/;

/** Back to the form: the reason and the choice go along in the address, so that the page needs no session. */
function formAddress(slug: string, form: Form, refusal?: Refusal) {
  const { ve, chon } = form;
  const own = pollSlug.safeParse(slug).success ? `/tham-do/${slug}` : "/tham-do";
  const page = typeof ve === "string" && FORM_PAGES.test(ve) ? ve : own;
  const query = new URLSearchParams();
  if (refusal) query.set("loi", refusal);
  if (typeof chon === "string" && /^\d{1,10}$/.test(chon)) query.set("chon", chon);
  return `${page}${query.size > 0 ? `?${query}` : ""}#tham-do`;
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

const json = (status: number, body: Record<string, string>) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });
