import { createHash, randomBytes } from "node:crypto";
import type { UserActor } from "#lib/actor.ts";
import { db, type Transaction } from "#lib/db.ts";

/** An editor writes long before the next request: two hours idle, twelve in all. */
const IDLE = 2 * 60 * 60_000;
export const LONGEST = 12 * 60 * 60_000;
const TOUCHED_EVERY = 60_000;

const sessionIdOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** A new session of a user; the secret goes into the signed cookie, only its digest is stored. */
export async function startSession(tx: Transaction, userId: number) {
  const secret = randomBytes(32).toString("base64url");
  const now = Date.now();
  await tx.session.deleteMany({
    where: { OR: [{ expiresAt: { lt: new Date(now) } }, { lastSeenAt: { lt: new Date(now - IDLE) } }] },
  });
  await tx.session.create({ data: { id: sessionIdOf(secret), userId, expiresAt: new Date(now + LONGEST) } });
  return secret;
}

/** Whose session it is, with the rights of this moment; null when it was ended, has expired or its user is locked. */
export async function readSession(secret: string): Promise<UserActor | null> {
  const id = sessionIdOf(secret);
  const now = new Date();
  const session = await db.session.findFirst({
    where: {
      id,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - IDLE) },
      user: { disabledAt: null },
    },
    select: { lastSeenAt: true, user: { select: { id: true, name: true, role: true } } },
  });
  if (!session) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCHED_EVERY) {
    await db.session.updateMany({ where: { id }, data: { lastSeenAt: now } });
  }
  return { kind: "user", ...session.user };
}

/** How long ago this session began with a password, in milliseconds; Infinity when there is none. */
export async function ageOfSession(secret: string) {
  const session = await db.session.findUnique({ where: { id: sessionIdOf(secret) }, select: { createdAt: true } });
  return session ? Date.now() - session.createdAt.getTime() : Number.POSITIVE_INFINITY;
}

export async function endSession(secret: string) {
  await db.session.deleteMany({ where: { id: sessionIdOf(secret) } });
}

/** Ends the sessions of a user, all of them or all but the one that asks. */
export async function endSessionsOf(tx: Transaction, userId: number, exceptSecret?: string) {
  const except = exceptSecret === undefined ? {} : { id: { not: sessionIdOf(exceptSecret) } };
  return (await tx.session.deleteMany({ where: { userId, ...except } })).count;
}
