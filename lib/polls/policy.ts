import type { Actor } from "#lib/actor.ts";

type Period = { opensAt: Date; closesAt: Date | null };

/** Open from the opening instant up to, and without, the closing one. The vote itself asks the database's clock. */
export const isOpen = ({ opensAt, closesAt }: Period, now: Date) =>
  opensAt <= now && (closesAt === null || now < closesAt);

/** An open poll takes ballots from the public alone: not from a job, and from nobody by name. */
export const canCastVote = (actor: Actor) => actor.kind === "visitor";

const isAdministrator = (actor: Actor) => actor.kind === "user" && actor.role === "administrator";

/** Polls are run by administrators alone: the people who print slips, close and decide on ballots. */
export const canRunPolls = (actor: Actor) => isAdministrator(actor);

type Shown = { kind: "open" | "cells"; results: "always" | "after_vote" | "after_close"; open: boolean };

/** Whether a reader sees the result now. A poll by cells shows none before its end: turnout and result together would tell single choices. */
export function showsResult({ kind, results, open }: Shown, hasVoted: boolean) {
  if (!open) return true;
  if (kind === "cells") return false;
  return results === "always" || (results === "after_vote" && hasVoted);
}
