import { CONTENT_CHANNEL, type Move, moveAsText } from "#lib/content-move.ts";
import { db, type Transaction } from "#lib/db.ts";

type Settled = typeof globalThis & { contentSettled?: (move: Move) => Promise<void> };

type Options = {
  timeout?: number;
  /** The articles that are published anew, each where it stood, when readers can notice nothing else. */
  only?: number[] | undefined;
};

/** Raises the content version inside the caller's transaction; every node hears of it at commit. One statement: all others who publish wait from here on. */
async function contentChanged(tx: Transaction, articles: number[] | undefined): Promise<Move> {
  const touched = moveAsText({ version: 0n, articles }).slice(1);
  const [row] = await tx.$queryRaw<{ version: bigint }[]>`
    WITH moved AS (UPDATE "ContentVersion" SET version = version + 1 WHERE id = 1 RETURNING version)
    SELECT version, pg_notify(${CONTENT_CHANNEL}, version::text || ${touched})::text FROM moved`;
  if (!row) throw new Error("ContentVersion has no row");
  return { version: row.version, articles };
}

/**
 * Runs a mutation that readers can notice as one transaction; returns once no process of this machine serves what was before.
 * The version row is locked last, so that writers wait for each other only at their very end.
 */
export async function publishing<T>(work: (tx: Transaction) => Promise<T>, { only, ...options }: Options = {}) {
  const write = async (tx: Transaction) => [await work(tx), await contentChanged(tx, only)] as const;
  const [result, move] = await db.$transaction(write, options);
  await (globalThis as Settled).contentSettled?.(move);
  return result;
}
