import { after, type NextRequest } from "next/server";
import { ticketIn } from "#lib/captcha/cookie.ts";
import { cookieIn } from "#lib/cookies.ts";
import { isDiskFull } from "#lib/disk-full.ts";
import { AppError } from "#lib/errors.ts";
import { networkOf } from "#lib/network.ts";
import { addComment, requireKeepable } from "#lib/polls/comments.ts";
import { castCellVote, castVote } from "#lib/polls/mutations.ts";
import { isPurgeDue, purgeChallenges } from "#lib/polls/purge.ts";
import { CHOSEN, type Refusal, refusalOf, refuse } from "#lib/polls/refusals.ts";
import { pollSlug } from "#lib/polls/schema.ts";
import { readVoted, votedCookie, votedCookieName } from "#lib/polls/voted-mark.ts";
import { TYPED_TEXT_HEADER } from "#lib/typed-text.ts";

type Context = { params: Promise<{ slug: string }> };

/** Takes a poll's form and sends the reader on: to the result with a receipt, or back to the form with the reason. */
export async function POST(request: NextRequest, { params }: Context) {
  const { slug } = await params;
  const form = await readForm(request);
  const wantsJson = isJsonWanted(request);
  if (form.get("viec") === "ma-khac") return backToForm(slug, form);

  try {
    const receipt = await take(request, slug, form);
    const cookie = form.has("ma-phieu") ? {} : { "set-cookie": votedCookie(slug, receipt) };
    return wantsJson ? json(200, { receipt }, cookie) : seeOther(`/tham-do/${slug}?bien-nhan=${receipt}`, cookie);
  } catch (error) {
    const refused = isDiskFull(error) ? refuse("het-cho") : error;
    if (!(refused instanceof AppError)) throw error;
    return wantsJson ? refusedJson(refused) : toReason(request, slug, form, refusalOf(refused));
  }
}

async function take(request: NextRequest, slug: string, form: Form) {
  const text = form.get("y-kien") ?? "";
  requireKeepable(text);
  const { receipt } = await vote(request, slug, form);
  await addComment({ kind: "visitor" }, { slug, ticket: ticketIn(request.headers, slug), text });
  if (isPurgeDue()) after(purgeChallenges);
  return receipt;
}

/** A slip's code comes under another name than the picture's: the two forms have one target. */
function vote(request: NextRequest, slug: string, form: Form) {
  const visitor = { kind: "visitor", network: networkOf(request.headers) } as const;
  const paper = { slug, optionId: form.getAll("chon"), ticket: ticketIn(request.headers, slug) };
  if (form.has("ma-phieu")) return castCellVote(visitor, { ...paper, code: form.get("ma-phieu") });
  const voted = cookieIn(request.headers, votedCookieName(slug));
  return castVote(visitor, { ...paper, code: form.get("ma"), work: form.get("viec-tinh"), voted });
}

/** To where the reason is read. Who has voted before is shown that ballot's receipt again: the form may come by the back button. */
function toReason({ headers }: NextRequest, slug: string, form: Form, refusal?: Refusal) {
  if (refusal !== "da-bo-phieu") return backToForm(slug, form, refusal);
  const receipt = readVoted(slug, cookieIn(headers, votedCookieName(slug)));
  return seeOther(`/tham-do/${slug}?bien-nhan=${receipt}&loi=da-bo-phieu`);
}

const refusedJson = (error: AppError) =>
  json(error.status, { code: refusalOf(error) ?? error.code, sentence: error.message });

const isJsonWanted = ({ headers }: NextRequest) => headers.get("accept")?.includes("application/json") === true;

type Form = FormData | URLSearchParams;

/** What browsers send is read as text, which costs a vote less than a FormData; a form in parts is one too. */
async function readForm(request: NextRequest): Promise<Form> {
  const isText = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  try {
    return isText ? new URLSearchParams(await request.text()) : await request.formData();
  } catch {
    return new FormData(); // no form at all: refused as one without a choice
  }
}

/** The pages a poll's form stands on; whatever else `ve` says, nobody is sent there. */
const FORM_PAGES = /^\/(?:(?:bai-viet|tham-do)\/[a-z0-9-]{1,120})?$/;

/** Back to the form, with what was typed into it. */
function backToForm(slug: string, form: Form, refusal?: Refusal) {
  const text = form.get("y-kien");
  const typed =
    typeof text === "string" && text.trim() ? { [TYPED_TEXT_HEADER]: encodeURIComponent(text.toWellFormed()) } : {};
  return seeOther(formAddress(slug, form, refusal), typed);
}

/** The reason and the choice go along in the address, so that the page needs no session. */
function formAddress(slug: string, form: Form, refusal?: Refusal) {
  const ve = form.get("ve");
  const own = pollSlug.safeParse(slug).success ? `/tham-do/${slug}` : "/tham-do";
  const hasForm = refusal !== "dong"; // elsewhere nothing is left of a poll that has closed
  const page = hasForm && typeof ve === "string" && FORM_PAGES.test(ve) ? ve : own;
  const chosen = form.getAll("chon").join(".");
  const query = new URLSearchParams();
  if (refusal) query.set("loi", refusal);
  if (CHOSEN.test(chosen)) query.set("chon", chosen);
  if (form.has("ma-phieu")) query.set("phieu", "1");
  return `${page}${query.size > 0 ? `?${query}` : ""}#tham-do`;
}

const seeOther = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store", ...headers } });

const json = (status: number, body: Record<string, string>, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
