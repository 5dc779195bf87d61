import { expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import {
  canCastVote,
  canRunPolls,
  isOpen,
  showsResult,
  whyNotRename,
  whyNotReschedule,
  whyNotSetAside,
} from "#lib/polls/policy.ts";

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
  { kind: "open", results: "always", sealed: null, hasVoted: false, shown: true },
  { kind: "open", results: "after_vote", sealed: null, hasVoted: false, shown: false },
  { kind: "open", results: "after_vote", sealed: null, hasVoted: true, shown: true },
  { kind: "open", results: "after_close", sealed: null, hasVoted: true, shown: false },
  { kind: "open", results: "after_close", sealed: 1, hasVoted: false, shown: true },
  { kind: "cells", results: "after_close", sealed: null, hasVoted: true, shown: false },
  { kind: "cells", results: "always", sealed: null, hasVoted: true, shown: false },
  { kind: "cells", results: "after_close", sealed: 4, hasVoted: true, shown: false },
  { kind: "cells", results: "after_close", sealed: 5, hasVoted: false, shown: true },
] as const)("$kind, $results, sealed $sealed, voted $hasVoted: result shown $shown", ({ hasVoted, shown, ...poll }) => {
  expect(showsResult(poll, hasVoted)).toBe(shown);
});

test.each([
  { codes: false, slug: "b", kind: "cells", why: false },
  { codes: true, slug: "a", kind: "open", why: false },
  { codes: true, slug: "b", kind: "open", why: true },
  { codes: true, slug: "a", kind: "cells", why: true },
] as const)("slips out $codes, to $slug and $kind: refused $why", ({ codes, slug, kind, why }) => {
  const refusal = whyNotRename({ slug: "a", kind: "open", hasCodes: codes }, { slug, kind });
  expect(refusal !== undefined).toBe(why);
});

test.each([
  { closes: null, wanted: 40, why: false },
  { closes: 40, wanted: null, why: false },
  { closes: 40, wanted: 50, why: false },
  { closes: 40, wanted: 20, why: true },
  { closes: 20, wanted: 20, why: false },
  { closes: 20, wanted: 50, why: true },
  { closes: 20, wanted: null, why: true },
])("at second 30, an end at $closes moved to $wanted: refused $why", ({ closes, wanted, why }) => {
  const moment = (second: number | null) => (second === null ? null : at(second));
  const poll = { opensAt: at(0), closesAt: moment(closes), now: at(30) };
  expect(whyNotReschedule(poll, moment(wanted)) !== undefined).toBe(why);
});

test.each([
  { open: true, byReceipt: false, ballots: 5, why: false },
  { open: true, byReceipt: false, ballots: 4, why: true },
  { open: true, byReceipt: true, ballots: 50, why: true },
  { open: false, byReceipt: true, ballots: 1, why: false },
  { open: false, byReceipt: false, ballots: 0, why: true },
])("open $open, by receipt $byReceipt, $ballots ballots set aside: refused $why", ({ open, why, ...decision }) => {
  const poll = { opensAt: at(0), closesAt: open ? null : at(10), now: at(30) };
  expect(whyNotSetAside(poll, decision) !== undefined).toBe(why);
});
