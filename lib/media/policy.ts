import type { Actor } from "#lib/actor.ts";

const isOneOf = (actor: Actor, ...roles: string[]) =>
  actor.kind === "system" || (actor.kind === "user" && roles.includes(actor.role));

/** Whoever writes articles adds pictures and sees the library. */
export const canUseMedia = (actor: Actor) => isOneOf(actor, "contributor", "editor", "publisher", "administrator");

/** Contributors describe, replace and delete what they uploaded themselves. */
export const canChangeMedia = (actor: Actor, media: { createdById: number | null }) =>
  isOneOf(actor, "editor", "publisher", "administrator") ||
  (isOneOf(actor, "contributor") && actor.kind === "user" && actor.id === media.createdById);
