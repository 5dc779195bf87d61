import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { readReceipt } from "#lib/polls/receipt.ts";
import { readRefusal } from "#lib/polls/refusals.ts";
import { castVoteInput } from "#lib/polls/schema.ts";
import { naughtyStrings } from "#tests/support/naughty.ts";
import { createPoll, solvedVote, visitor } from "#tests/support/polls.ts";

const OWN: unknown[] = [
  "",
  "\0",
  "1\0",
  "1e1",
  " 1",
  "-1",
  "Infinity",
  "__proto__",
  "Đ".repeat(100_000),
  null,
  7,
  true,
  [],
  {},
  ["1"],
  { toString: null },
];

function naughty() {
  const strings = naughtyStrings();
  if (!strings) process.stdout.write("No corpus of naughty strings here: only this file's own are tried.\n");
  return [...OWN, ...(strings ?? [])];
}

test("no string in any field is more than a refusal, and none is counted", async () => {
  const polls = [];
  while (polls.length < 20) polls.push(await createPoll()); // so that small numbers are other polls' options
  const poll = polls.at(-1) ?? (await createPoll());

  for (const value of naughty()) {
    readRefusal({ loi: String(JSON.stringify(value)), chon: String(JSON.stringify(value)) });
    readReceipt(value);
    for (const field of ["slug", "optionId", "code", "ticket"])
      await expect(castVote(visitor(), { ...solvedVote(poll), [field]: value })).rejects.toBeInstanceOf(AppError);
    await expect(castVote(visitor(), value)).rejects.toBeInstanceOf(AppError);
  }

  expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(0);
}, 120_000);

test("what a form sends is read as it is", () => {
  expect(castVoteInput.parse({ slug: "a-b", optionId: "12", code: "HK3QF", ticket: "x.y.z", more: 1 })).toEqual({
    slug: "a-b",
    optionId: [12],
    code: "HK3QF",
    ticket: "x.y.z",
    voted: "",
    work: "",
  });
  expect(castVoteInput.parse({ optionId: ["12", "3", "12"] }).optionId).toEqual([3, 12]);
});
