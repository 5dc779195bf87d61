import type { Actor } from "#lib/actor.ts";

type Period = { opensAt: Date; closesAt: Date | null };

/** Open from the opening instant up to, and without, the closing one. The vote itself asks the database's clock. */
export const isOpen = ({ opensAt, closesAt }: Period, now: Date) =>
  opensAt <= now && (closesAt === null || now < closesAt);

/** An open poll takes ballots from the public alone: not from a job, and from nobody by name. */
export const canCastVote = (actor: Actor) => actor.kind === "visitor";
