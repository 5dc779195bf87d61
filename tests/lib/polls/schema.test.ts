import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { castVote } from "#lib/polls/mutations.ts";
import { readReceipt } from "#lib/polls/receipt.ts";
import { readRefusal } from "#lib/polls/refusals.ts";
import { castVoteInput } from "#lib/polls/schema.ts";
import { createPoll, solvedVote, visitor } from "#tests/support/polls.ts";

const CORPUS = "../shared/corpora/naughty/naughty.jsonl";
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

function naughty(): unknown[] {
  if (!existsSync(CORPUS)) {
    process.stdout.write(`${CORPUS} is not here: only this file's own strings are tried\n`);
    return OWN;
  }
  const lines = readFileSync(CORPUS, "utf8").trim().split("\n");
  return [
    ...OWN,
    ...lines.map((line) => JSON.parse(line)).map((found: { s?: string; json?: unknown }) => found.s ?? found.json),
  ];
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
    optionId: 12,
    code: "HK3QF",
    ticket: "x.y.z",
  });
});
