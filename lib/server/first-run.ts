import { settle } from "#lib/env.ts";
import { withOwner } from "#lib/server/owner-connection.ts";

/**
 * Fills an empty database, and makes the one-time path to the set-up page while nobody has an account (else null).
 * One node at a time. Works with the application's role: the features must not need more at the first start than later.
 */
export function prepareFirstRun({ ownerUrl, appUrl }: { ownerUrl: string; appUrl: string }) {
  settle({ DATABASE_URL: appUrl });
  return withOwner(ownerUrl, async () => {
    const { db } = await import("#lib/db.ts"); // loaded only now: it connects with what was settled
    const { loadStarterContent } = await import("#lib/importers/starter.ts");
    const { makeSetupLink } = await import("#lib/site/mutations.ts");
    try {
      await loadStarterContent();
      return await makeSetupLink();
    } finally {
      await db.$disconnect();
    }
  });
}
