import { db } from "#lib/db.ts";
import { repeat } from "#lib/repeat.ts";

const A_MINUTE = 60_000;
const AN_HOUR = 60 * A_MINUTE;
const A_DAY = 24 * AN_HOUR;
const TEXT_KEPT = 90 * A_DAY;
const LINK_KEPT = 30 * A_DAY;

/** Forgets what nobody comes back for: typed text that went into no revision after 90 days, links 30 days after their end. */
export async function forgetOldDrafts(now = Date.now()) {
  await db.workingCopy.deleteMany({ where: { savedAt: { lt: new Date(now - TEXT_KEPT) } } });
  await db.previewLink.deleteMany({ where: { expiresAt: { lt: new Date(now - LINK_KEPT) } } });
}

export const keepDraftsForgotten = () =>
  repeat({ everyMs: AN_HOUR, firstMs: A_MINUTE }, "old drafts could not be forgotten", () => forgetOldDrafts());
