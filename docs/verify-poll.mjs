// Recounts an exported poll with nothing but Node: `node verify-poll.mjs bang-kiem.json [RECEIPT]`.
// Get the file from /api/tham-do/…/bang-kiem.json; compare the roots with those you wrote down from the poll's page.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const [file, typed] = process.argv.slice(2);
const { poll, result, seals, board } = JSON.parse(readFileSync(file, "utf8"));
const problems = [];
const expect = (holds, problem) => holds || problems.push(problem);

const sha256 = (...parts) =>
  createHash("sha256")
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();

// A leaf is SHA-256 of a zero byte and "RECEIPT option,option"; a node SHA-256 of a one byte and both children (RFC 6962).
const leafOf = ({ receipt, options }) => sha256(Buffer.of(0), `${receipt} ${options.join(",")}`);
const powerBelow = (size, power = 1) => (power * 2 < size ? powerBelow(size, power * 2) : power);
const treeHash = (leaves, half = powerBelow(leaves.length)) =>
  leaves.length < 2
    ? (leaves[0] ?? sha256())
    : sha256(Buffer.of(1), treeHash(leaves.slice(0, half)), treeHash(leaves.slice(half)));
const rootOf = (ballots) => treeHash(ballots.map(leafOf).sort(Buffer.compare)).toString("hex");

// Seals: a chain, each over the ballots so far. In a poll by cells only the closing one can be recounted: the hours are blinded.
seals.forEach((seal, at) => {
  expect(seal.previousRoot === (seals[at - 1]?.root ?? null), `seal ${seal.number}: does not follow the one before`);
  if (!seal.closing && poll.kind === "cells") return;
  const covered = board.filter((ballot) => seal.closing || (ballot.seal !== null && ballot.seal <= seal.number));
  expect(
    covered.length === seal.ballots && rootOf(covered) === seal.root,
    `seal ${seal.number}: does not match the board`,
  );
});
expect(seals.at(-1)?.closing, "the closing seal is missing");

// Ballots: no receipt twice, only options of this poll, no more than allowed.
expect(new Set(board.map(({ receipt }) => receipt)).size === board.length, "a receipt stands twice on the board");
const known = new Set(poll.options.map(({ id }) => id));
for (const { receipt, options } of board) {
  const distinct = new Set(options).size === options.length;
  const fits = options.length >= 1 && options.length <= poll.maxChoices && options.every((id) => known.has(id));
  expect(distinct && fits, `ballot ${receipt}: not a valid choice`);
}

// Result: ballots that were set aside by a published decision count apart.
const counted = board.filter(({ setAside }) => !setAside);
expect(counted.length === result.total && board.length === result.total + result.setAside, "the total is wrong");
for (const { id, label, ballots } of result.options)
  expect(counted.filter(({ options }) => options.includes(id)).length === ballots, `"${label}": the count is wrong`);
const receipt = typed?.replace(/[\s-]/g, "").toUpperCase();
if (receipt)
  expect(
    board.some((ballot) => ballot.receipt === receipt),
    `receipt ${receipt} is not on the board`,
  );

const summary = `OK  ${board.length} ballots, root ${seals.at(-1)?.root}${receipt ? ", receipt found" : ""}`;
process.stdout.write(`${problems.map((problem) => `WRONG  ${problem}`).join("\n") || summary}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
