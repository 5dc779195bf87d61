import { type Actor, userIdOf } from "#lib/actor.ts";
import type { Transaction } from "#lib/db.ts";
import type { Prisma } from "#prisma/client/client.ts";

type Event = { actor: Actor; action: string; subject?: string; detail?: Prisma.InputJsonObject };

/** Writes who did what, in the transaction that does it. The table takes no change and no deletion. */
export async function recordAudit(tx: Pick<Transaction, "auditEvent">, ...events: Event[]) {
  await tx.auditEvent.createMany({
    data: events.map(({ actor, action, subject, detail }) => ({
      actor: auditedName(actor),
      action,
      userId: userIdOf(actor),
      subject: subject ?? null,
      network: actor.kind === "system" ? null : (actor.network ?? null),
      ...(detail && { detail }),
    })),
  });
}

function auditedName(actor: Actor) {
  if (actor.kind === "user") return actor.name;
  return actor.kind === "system" ? `system: ${actor.job}` : "visitor";
}
