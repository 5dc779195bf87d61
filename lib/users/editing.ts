import type { Actor } from "#lib/actor.ts";
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
