import type { Role } from "#prisma/client/enums.ts";

/** Who does something: the first argument of every mutation. `network` is a keyed digest, never an address. */
export type UserActor = { kind: "user"; id: number; name: string; role: Role; network?: string };
export type VisitorActor = { kind: "visitor"; network?: string };
export type SystemActor = { kind: "system"; job: string };
export type Actor = UserActor | VisitorActor | SystemActor;

/** The account that acts; nobody's for visitors and the program. */
export const userIdOf = (actor: Actor) => (actor.kind === "user" ? actor.id : null);

/** The actor as people read of him. */
export const nameOf = (actor: Actor) => (actor.kind === "user" ? actor.name : "Chương trình");

/** The program itself: a job, a command of the operator, the starter content. */
export const system = (job: string): SystemActor => ({ kind: "system", job });
