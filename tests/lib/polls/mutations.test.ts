import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { signTicket } from "#lib/captcha/challenge.ts";
import { db } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { noteForm } from "#lib/polls/burst.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { REFUSALS, type Refusal } from "#lib/polls/refusals.ts";
import { ticketForm } from "#lib/polls/schema.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";
import { createPoll, findWork, solvedVote, visitor, wrongCode } from "#tests/support/polls.ts";

const refused = (word: Refusal) => ({ name: "AppError", message: REFUSALS[word].sentence });
const ballotsOf = (poll: { id: number }) => db.ballot.count({ where: { pollId: poll.id } });
const isReceipt = expect.stringMatching(/^[BCFGHJKLMNPQRTVX234579]{12}$/);

afterEach(() => void vi.useRealTimers());

test("a right code is one ballot for the chosen option and a receipt", async () => {
  const poll = await createPoll();

  const { receipt } = await castVote(visitor(), solvedVote(poll, { option: 2 }));

  expect(receipt).toEqual(isReceipt);
  expect(await db.ballot.findMany({ where: { pollId: poll.id }, select: { optionId: true, receipt: true } })).toEqual([
    { optionId: poll.options[2]?.id, receipt },
  ]);
});

test("a code is read in lower case and with spaces", async () => {
  const poll = await createPoll();
  const vote = solvedVote(poll);

  await castVote(visitor(), { ...vote, code: ` ${[...vote.code.toLowerCase()].join(" ")} ` });

  expect(await ballotsOf(poll)).toBe(1);
});

test("one challenge spent from twenty tabs at once is one ballot and one receipt", async () => {
  const poll = await createPoll();
  const vote = solvedVote(poll);

  const receipts = await Promise.all(Array.from({ length: 20 }, () => castVote(visitor(), vote)));

  expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
  expect(await ballotsOf(poll)).toBe(1);
});

test("one challenge spent on all options at once is one ballot", async () => {
  const poll = await createPoll();
  const vote = solvedVote(poll);

  const receipts = await Promise.all(poll.options.map(({ id }) => castVote(visitor(), { ...vote, optionId: id })));

  expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
  expect(await ballotsOf(poll)).toBe(1);
});

test("the same vote again is answered with its receipt, also once the poll and the code's time have ended", async () => {
  const poll = await createPoll({ closesAt: new Date(Date.now() + 3_600_000) });
  const vote = solvedVote(poll, { shownAt: new Date(Date.now() - 599_000) });
  const first = await castVote(visitor(), vote);
  expect(await castVote(visitor(), vote)).toEqual(first);

  await db.poll.update({ where: { id: poll.id }, data: { closesAt: new Date() } });
  await wait(1100);

  expect(await castVote(visitor(), vote)).toEqual(first);
  expect(await ballotsOf(poll)).toBe(1);
});

test("three wrong answers burn a code, two do not", async () => {
  const poll = await createPoll();
  const [twice, thrice] = [solvedVote(poll), solvedVote(poll)];

  for (const vote of [twice, twice, thrice, thrice, thrice])
    await expect(castVote(visitor(), { ...vote, code: wrongCode(vote.code) })).rejects.toMatchObject(refused("ma"));

  await expect(castVote(visitor(), twice)).resolves.toEqual({ receipt: isReceipt });
  await expect(castVote(visitor(), thrice)).rejects.toMatchObject(refused("da-dung"));
  expect(await ballotsOf(poll)).toBe(1);
});

test("sixty guesses at once burn the code too", async () => {
  const poll = await createPoll();
  const vote = solvedVote(poll);

  const guess = () => castVote(visitor(), { ...vote, code: wrongCode(vote.code) });
  const outcomes = await Promise.allSettled(Array.from({ length: 60 }, guess));

  expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
  await expect(castVote(visitor(), vote)).rejects.toMatchObject(refused("da-dung"));
  expect(await ballotsOf(poll)).toBe(0);
});

test("an expired code counts nothing and writes nothing", async () => {
  const poll = await createPoll();
  const vote = solvedVote(poll, { shownAt: new Date(Date.now() - 601_000) });

  await expect(castVote(visitor(), vote)).rejects.toMatchObject(refused("het-han"));

  expect(await ballotsOf(poll)).toBe(0);
  expect(await db.challenge.count({ where: { id: vote.ticket.split(".")[0] ?? "" } })).toBe(0);
});

test("a forged, spliced or foreign ticket counts nothing and writes nothing", async () => {
  const [poll, other] = [await createPoll(), await createPoll()];
  const [mine, theirs, old] = [solvedVote(poll), solvedVote(other), solvedVote(poll, { shownAt: new Date(0) })];
  const [id = "", expiry = "", mark = ""] = mine.ticket.split(".");
  const [otherId, , otherMark] = solvedVote(poll).ticket.split(".");
  const before = await db.challenge.count();

  const forged = [
    "",
    `${id}.${expiry}.`,
    `${id}.${expiry}.${"A".repeat(43)}`,
    `${otherId}.${expiry}.${mark}`,
    `${id}.${expiry}.${otherMark}`,
    `${id}.${Number(expiry) + 1}.${mark}`,
    `${old.ticket.split(".")[0]}.${expiry}.${old.ticket.split(".")[2]}`,
    theirs.ticket,
    signTicket("feedback", id, new Date()),
    signTicket(`${ticketForm(poll.slug)} `, id, new Date()),
  ];
  for (const ticket of forged)
    await expect(castVote(visitor(), { ...mine, ticket })).rejects.toMatchObject(refused("het-han"));
  await expect(castVote(visitor(), { ...theirs, slug: poll.slug })).rejects.toMatchObject(refused("het-han"));

  expect(await ballotsOf(poll)).toBe(0);
  expect(await ballotsOf(other)).toBe(0);
  expect(await db.challenge.count()).toBe(before);
});

test("another poll's option, one that does not exist, and none are no choice", async () => {
  const [poll, other] = [await createPoll(), await createPoll()];

  for (const optionId of [other.options[0]?.id, 2_147_483_647, 2_147_483_648, 0, -1, 1.5, "1e3", "", undefined])
    await expect(castVote(visitor(), { ...solvedVote(poll), optionId })).rejects.toMatchObject(refused("chua-chon"));

  expect(await db.ballot.count({ where: { pollId: { in: [poll.id, other.id] } } })).toBe(0);
});

test("a poll takes votes up to its last second by the database's clock, and none before it opens", async () => {
  const closing = await createPoll({ closesAt: new Date(Date.now() + 700) });
  const early = await createPoll({ opensAt: new Date(Date.now() + 3_600_000) });
  await castVote(visitor(), solvedVote(closing));

  await wait(800);

  await expect(castVote(visitor(), solvedVote(closing))).rejects.toMatchObject(refused("dong"));
  await expect(castVote(visitor(), solvedVote(early))).rejects.toMatchObject(refused("dong"));
  expect(await ballotsOf(closing)).toBe(1);
  expect(await ballotsOf(early)).toBe(0);
  const [row] = await ownerQuery<{ late: boolean }>(
    `SELECT bool_or(b."castAt" >= p."closesAt") AS late FROM "Ballot" b JOIN "Poll" p ON p.id = b."pollId"`,
  );
  expect(row?.late).toBe(false);
});

test("the limit holds one network back and no other", async () => {
  const poll = await createPoll();
  const office = visitor("office");
  vi.useFakeTimers({ toFake: ["Date"] });
  for (let group = 0; group < 10; group++) {
    await Promise.all(Array.from({ length: 20 }, () => castVote(office, solvedVote(poll))));
    vi.setSystemTime(Date.now() + 55_000); // a normal pace
  }
  expect(await ballotsOf(poll)).toBe(200);

  for (let guess = 0; guess < 20; guess++)
    await expect(castVote(office, { ...solvedVote(poll), code: "" })).rejects.toMatchObject(refused("ma"));

  await expect(castVote(office, solvedVote(poll))).rejects.toMatchObject(refused("qua-nhieu"));
  await expect(castVote(visitor("elsewhere"), solvedVote(poll))).resolves.toEqual({ receipt: isReceipt });
});

test("under a burst a network gets a fifth of its votes through, unless its browsers do the work", async () => {
  const poll = await createPoll();
  for (let form = 0; form < 61; form++) noteForm(poll.slug);
  const voteAs = (network: string, withWork: boolean) => {
    const vote = solvedVote(poll);
    return castVote(
      visitor(network),
      withWork ? { ...vote, work: findWork(vote.ticket.split(".", 1)[0] ?? "") } : vote,
    );
  };

  for (let vote = 0; vote < 60; vote++) await voteAs("without-script", false);
  await expect(voteAs("without-script", false)).rejects.toMatchObject(refused("qua-nhieu"));
  for (let vote = 0; vote < 70; vote++) await voteAs("browsers", true);
  expect(await ballotsOf(poll)).toBe(130);
});

test("nobody but a visitor votes", async () => {
  const poll = await createPoll();
  // A caller without types, as a route or a script could be.
  const robot = { ...visitor(), kind: JSON.parse('"system"') };

  await expect(castVote(robot, solvedVote(poll))).rejects.toMatchObject({ code: "forbidden" });
});

test("a ballot cannot be changed or removed by the application, and names nobody", async () => {
  const poll = await createPoll();
  await castVote(visitor("home"), solvedVote(poll));
  const where = { pollId: poll.id };

  await expect(db.ballot.deleteMany({ where })).rejects.toThrow();
  await expect(db.ballot.updateMany({ where, data: { optionId: poll.options[1]?.id ?? 0 } })).rejects.toThrow();

  const [ballot] = await db.ballot.findMany({ where });
  expect(Object.keys(ballot ?? {}).sort()).toEqual([
    "castAt",
    "cellId",
    "challengeId",
    "further",
    "id",
    "optionId",
    "pollId",
    "receipt",
  ]);
  expect(ballot).toBeDefined();
});

test("a failure is a sentence", async () => {
  await expect(castVote(visitor(), undefined)).rejects.toBeInstanceOf(AppError);
});
