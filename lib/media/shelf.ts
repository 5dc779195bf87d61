import { db, type Transaction } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import { removeFiles, removeIncoming, storedDigests } from "#lib/media/files.ts";
import { repeat } from "#lib/repeat.ts";

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

const A_MINUTE = 60_000;
const AN_HOUR = 60 * A_MINUTE;
/** A crash leaves a file or two. */
const MOST_ORPHANS = 20;

/**
 * Takes away what a killed process left: half-written files and files that no row names. Where half of all files have no
 * row, the database is another site's or an older one: then nothing is touched.
 */
export async function sweepMedia(incomingOlderThanMs = AN_HOUR) {
  await removeIncoming(incomingOlderThanMs);
  const stored = [...(await storedDigests())];
  const named = await db.media.findMany({ where: { sha256: { in: stored } }, select: { sha256: true } });
  const known = new Set(named.map(({ sha256 }) => sha256));
  const orphans = stored.filter((sha256) => !known.has(sha256));
  if (orphans.length > MOST_ORPHANS && orphans.length > stored.length / 2) {
    log.error(
      { orphans: orphans.length, files: stored.length },
      "media files that this database does not know: left alone",
    );
    return;
  }
  for (const sha256 of orphans) await removeUnnamed(sha256);
}

/** Sweeps once the start is over (the first query of a process costs half a second: the first readers come first) and every hour. */
export const keepMediaSwept = () =>
  repeat({ everyMs: AN_HOUR, firstMs: A_MINUTE }, "media could not be swept", () => sweepMedia());
