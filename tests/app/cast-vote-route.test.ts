import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { ticketCookieName } from "#lib/captcha/cookie.ts";
import { REFUSALS } from "#lib/polls/refusals.ts";
import { TYPED_TEXT_HEADER } from "#lib/typed-text.ts";
import { createPoll, solvedVote } from "#tests/support/polls.ts";
import { POST } from "../../app/(site)/tham-do/[slug]/phieu/route.ts";

vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => {} }));

type Vote = ReturnType<typeof solvedVote>;

const formOf = ({ optionId, code }: Vote) => ({ chon: String(optionId), ma: code, ve: "/bai-viet/a" });

function send(vote: Vote, fields: Record<string, string> = {}, headers: HeadersInit = {}) {
  return post(vote, new URLSearchParams({ ...formOf(vote), ...fields }), headers);
}

function post({ slug, ticket }: Vote, body: BodyInit, headers: HeadersInit = {}) {
  const request = new NextRequest(`http://127.0.0.1/tham-do/${slug}/phieu`, {
    method: "POST",
    headers: { cookie: `${ticketCookieName(slug)}=${ticket}`, "x-client-network": slug, ...headers },
    body,
  });
  return POST(request, { params: Promise.resolve({ slug }) });
}

const placeOf = (answer: Response) => [answer.status, answer.headers.get("location")];

test("a vote leads to the result with a receipt, a repeat to the same", async () => {
  const vote = solvedVote(await createPoll());

  const [first, again] = [await send(vote), await send(vote)];

  expect(first.headers.get("location")).toMatch(new RegExp(`^/tham-do/${vote.slug}\\?bien-nhan=[A-Z0-9]{12}$`));
  expect(placeOf(again)).toEqual(placeOf(first));
  expect(first.status).toBe(303);
});

test("a form sent in parts counts like one in a line; what is no form is one without a choice", async () => {
  const vote = solvedVote(await createPoll());
  const parts = new FormData();
  for (const [name, value] of Object.entries(formOf(vote))) parts.set(name, value);

  expect((await post(vote, "{}")).headers.get("location")).toContain("loi=chua-chon");
  expect((await post(vote, parts)).headers.get("location")).toContain("?bien-nhan=");
});

test("a refusal leads back to the form with the reason and the choice", async () => {
  const vote = solvedVote(await createPoll());
  const back = `/bai-viet/a?loi=ma&chon=${vote.optionId}#tham-do`;

  expect(placeOf(await send({ ...vote, code: "" }))).toEqual([303, back]);
  expect(placeOf(await send({ ...vote, ticket: "" }))).toEqual([303, back.replace("=ma&", "=het-han&")]);
  expect(placeOf(await send(vote, { viec: "ma-khac" }))).toEqual([303, back.replace("loi=ma&", "")]);
  expect(placeOf(await send(vote, { chon: "x" }))).toEqual([303, "/bai-viet/a?loi=chua-chon#tham-do"]);
});

test("a comment is too private for the address: it goes back beside it, and counts nothing while it is too long", async () => {
  const vote = solvedVote(await createPoll({ commentsAllowed: true }));
  const comment = "Đường 30% hẹp\r\n<b>";

  const wrong = await send({ ...vote, code: "" }, { "y-kien": comment });
  expect(wrong.headers.get("location")).not.toContain("Đường");
  expect(decodeURIComponent(wrong.headers.get(TYPED_TEXT_HEADER) ?? "")).toBe(comment);

  const long = await send(vote, { "y-kien": "a".repeat(1001) });
  expect(long.headers.get("location")).toContain("?loi=y-kien-dai&");
  expect((await send(vote, { "y-kien": "a\r\n".repeat(400) })).headers.get("location")).toContain("?bien-nhan=");
  expect((await send(vote)).headers.has(TYPED_TEXT_HEADER)).toBe(false);
});

test("nobody is led to another site or out of the pages that carry the form", async () => {
  const vote = solvedVote(await createPoll());
  const own = `/tham-do/${vote.slug}?loi=ma&chon=${vote.optionId}#tham-do`;

  for (const ve of [
    "https://a.example",
    "//a.example",
    "/\\a.example",
    "/quan-tri",
    "/bai-viet/../quan-tri",
    "/bai-viet/a\r\nx",
    "",
  ])
    expect(placeOf(await send({ ...vote, code: "" }, { ve }))).toEqual([303, own]);
});

test("a program that asks for JSON gets the receipt or the sentence with its status", async () => {
  const vote = solvedVote(await createPoll());
  const accept = { accept: "application/json" };

  const refused = await send({ ...vote, code: "" }, {}, accept);
  expect([refused.status, await refused.json()]).toEqual([422, { code: "ma", sentence: REFUSALS.ma.sentence }]);
  const counted = await send(vote, {}, accept);
  expect([counted.status, await counted.json()]).toEqual([200, { receipt: expect.stringMatching(/^[A-Z0-9]{12}$/) }]);
});

test("a body that is no form is refused as one without a choice", async () => {
  const { slug } = await createPoll();
  const request = new NextRequest(`http://127.0.0.1/tham-do/${slug}/phieu`, { method: "POST", body: "{" });

  expect(placeOf(await POST(request, { params: Promise.resolve({ slug }) }))).toEqual([
    303,
    `/tham-do/${slug}?loi=chua-chon#tham-do`,
  ]);
});
