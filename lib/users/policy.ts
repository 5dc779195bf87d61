import type { Actor } from "#lib/actor.ts";

const isAdministrator = (actor: Actor) => actor.kind === "user" && actor.role === "administrator";

export const canManageUsers = (actor: Actor) => actor.kind === "system" || isAdministrator(actor);

export const isSelf = (actor: Actor, userId: number) => actor.kind === "user" && actor.id === userId;

/** Nobody changes his own rights, an administrator neither: that takes a second person. */
export const canChangeRightsOf = (actor: Actor, userId: number) => canManageUsers(actor) && !isSelf(actor, userId);
