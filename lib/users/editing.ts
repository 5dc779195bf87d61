import type { Actor, UserActor } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { authorize } from "#lib/errors.ts";
import { canManageUsers } from "#lib/users/policy.ts";

/** Everybody with an account, for administrators. */
export function listUsers(actor: Actor) {
  authorize(canManageUsers(actor));
  return db.user.findMany({
    orderBy: [{ disabledAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
    select: { id: true, name: true, email: true, role: true, disabledAt: true },
  });
}

/** One account, for administrators; null when there is none. */
export async function getUser(actor: Actor, id: number) {
  authorize(canManageUsers(actor));
  const user = await db.user.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, secondFactor: { select: { confirmedAt: true } } },
  });
  if (!user) return null;
  const { secondFactor, ...person } = user;
  return { ...person, hasSecondFactor: Boolean(secondFactor?.confirmedAt) };
}

/** Where mail for this person would go, and whether it is wanted. */
export const getMailWish = (actor: UserActor) =>
  db.user.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true, mailWanted: true } });
