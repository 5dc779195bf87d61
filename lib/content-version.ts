import { CONTENT_CHANNEL } from "#lib/content-channel.ts";
import { db, type Transaction } from "#lib/db.ts";

type Settled = typeof globalThis & { contentSettled?: (version: bigint) => Promise<void> };

/**
 * What readers can notice: anything, or one article only, published anew where it stood. Then what its page and others show
 * follows from the versions of articles (lib/articles/page-proof.ts).
 */
type Reach = "anything" | "an article";
type Options = { timeout?: number; reach?: Reach };

/** Raises the content version inside the caller's transaction; every node hears of it at commit. One statement: all others who publish wait from here on. */
async function contentChanged(tx: Transaction, reach: Reach) {
  const [row] = await tx.$queryRaw<{ version: bigint }[]>`
    WITH moved AS (
      UPDATE "ContentVersion" SET version = version + 1, frame = frame + ${reach === "anything" ? 1 : 0}
      WHERE id = 1 RETURNING version
    )
    SELECT version, pg_notify(${CONTENT_CHANNEL}, version::text)::text FROM moved`;
  if (!row) throw new Error("ContentVersion has no row");
  return row.version;
}

/**
 * Runs a mutation that readers can notice as one transaction; returns once no process of this machine serves what was before.
 * The version row is locked last, so that writers wait for each other only at their very end.
 */
export async function publishing<T>(
  work: (tx: Transaction) => Promise<T>,
  { reach = "anything", ...options }: Options = {},
) {
  const write = async (tx: Transaction) => [await work(tx), await contentChanged(tx, reach)] as const;
  const [result, version] = await db.$transaction(write, options);
  await (globalThis as Settled).contentSettled?.(version);
  return result;
}
