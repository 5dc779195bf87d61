import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { canCastVote, isOpen } from "#lib/polls/policy.ts";

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
