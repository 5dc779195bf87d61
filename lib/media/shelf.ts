import { db, type Transaction } from "#lib/db.ts";
import { removeFiles, removeIncoming, storedDigests } from "#lib/media/files.ts";

/** Whoever gives files their names or takes them away does it alone: rows and files of the same bytes change together. */
export async function lockDigest(tx: Transaction, sha256: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`;
}

/** Takes the files of these bytes away, unless a row names them. */
export async function removeUnnamed(sha256: string) {
  await db.$transaction(async (tx) => {
    await lockDigest(tx, sha256);
    if ((await tx.media.count({ where: { sha256 } })) === 0) await removeFiles(sha256);
  });
}

const AN_HOUR = 60 * 60_000;

/** Takes away what a killed process left: half-written files and files that no row names. */
export async function sweepMedia(incomingOlderThanMs = AN_HOUR) {
  await removeIncoming(incomingOlderThanMs);
  const stored = [...(await storedDigests())];
  const named = await db.media.findMany({ where: { sha256: { in: stored } }, select: { sha256: true } });
  const known = new Set(named.map(({ sha256 }) => sha256));
  for (const sha256 of stored) if (!known.has(sha256)) await removeUnnamed(sha256);
}
