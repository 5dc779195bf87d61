import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { canCastVote, canRunPolls, isOpen, showsResult } from "#lib/polls/policy.ts";

const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 8, 0, second));

test.each([
  { opens: 10, closes: 20, now: 9, open: false },
  { opens: 10, closes: 20, now: 10, open: true },
  { opens: 10, closes: 20, now: 19, open: true },
  { opens: 10, closes: 20, now: 20, open: false },
  { opens: 10, closes: null, now: 59, open: true },
  { opens: 10, closes: null, now: 9, open: false },
])("a poll from $opens to $closes is open at $now: $open", ({ opens, closes, now, open }) => {
  const period = { opensAt: at(opens), closesAt: closes === null ? null : at(closes) };
  expect(isOpen(period, at(now))).toBe(open);
});

test.each([
  { actor: { kind: "visitor" } as const, allowed: true },
  { actor: system("starter-content"), allowed: false },
  { actor: { kind: "user", id: 1, name: "A", role: "administrator" } as const, allowed: false },
])("$actor.kind may cast a vote: $allowed", ({ actor, allowed }) => {
  expect(canCastVote(actor)).toBe(allowed);
});

test.each([
  { actor: { kind: "user", id: 1, name: "A", role: "administrator" } as const, allowed: true },
  { actor: { kind: "user", id: 1, name: "A", role: "publisher" } as const, allowed: false },
  { actor: { kind: "user", id: 1, name: "A", role: "contributor" } as const, allowed: false },
  { actor: { kind: "visitor" } as const, allowed: false },
  { actor: system("starter-content"), allowed: false },
])("$actor may run polls: $allowed", ({ actor, allowed }) => {
  expect(canRunPolls(actor)).toBe(allowed);
});

test.each([
  { kind: "open", results: "always", open: true, hasVoted: false, shown: true },
  { kind: "open", results: "after_vote", open: true, hasVoted: false, shown: false },
  { kind: "open", results: "after_vote", open: true, hasVoted: true, shown: true },
  { kind: "open", results: "after_close", open: true, hasVoted: true, shown: false },
  { kind: "open", results: "after_close", open: false, hasVoted: false, shown: true },
  { kind: "cells", results: "after_close", open: true, hasVoted: true, shown: false },
  { kind: "cells", results: "always", open: true, hasVoted: true, shown: false },
  { kind: "cells", results: "after_close", open: false, hasVoted: false, shown: true },
] as const)("$kind, $results, open $open, voted $hasVoted: result shown $shown", ({ hasVoted, shown, ...poll }) => {
  expect(showsResult(poll, hasVoted)).toBe(shown);
});
