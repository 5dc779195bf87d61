import type { Actor } from "#lib/actor.ts";
import { db } from "#lib/db.ts";
import { authorize } from "#lib/errors.ts";

const PAGE = 50;

/** Administrators read who did what; nobody else does. */
export const canReadAudit = (actor: Actor) => actor.kind === "user" && actor.role === "administrator";

/** The newest events, or those before `before`; `next` is where the page after begins. */
export async function listAudit(actor: Actor, before?: string) {
  authorize(canReadAudit(actor));
  const events = await db.auditEvent.findMany({
    where: before && /^\d{1,18}$/.test(before) ? { id: { lt: BigInt(before) } } : {},
    orderBy: { id: "desc" },
    take: PAGE + 1,
    select: { id: true, at: true, actor: true, action: true, subject: true, detail: true },
  });
  const shown = events.slice(0, PAGE);
  return { events: shown, next: events.length > PAGE ? shown.at(-1)?.id.toString() : undefined };
}
