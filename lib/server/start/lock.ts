import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { refusal } from "#lib/server/start/operator-failure.ts";

/** "alone" excludes everybody; "together" excludes only those who want to be alone. */
type Manner = "alone" | "together";

const SQLITE_BUSY = 5;
const held = new Set<DatabaseSync>(); // the garbage collector would let go of a lock that nothing refers to

/**
 * Locks a file for this process; undefined when another holds it. The kernel keeps the lock and drops it when the
 * process dies, however it dies, so none is ever stale (which a file with a process id in it would be).
 * SQLite is here only for its portable way to ask the kernel; the file stays empty.
 */
export function tryLock(file: string, manner: Manner) {
  const holder = open(file);
  try {
    const begin = manner === "alone" ? "BEGIN EXCLUSIVE" : "BEGIN; SELECT count(*) FROM sqlite_schema";
    holder.exec(`PRAGMA journal_mode = MEMORY; ${begin}`);
    held.add(holder);
    return () => {
      if (held.delete(holder)) holder.close();
    };
  } catch (error) {
    holder.close();
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}

/** Waits for the lock; undefined after `patience` milliseconds. */
export async function lock(file: string, manner: Manner, patience: number) {
  for (const end = Date.now() + patience; ; await pause(50)) {
    const release = tryLock(file, manner);
    if (release || Date.now() >= end) return release;
  }
}

function open(file: string) {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw refusal(`Không mở được tệp ${file}. Hãy kiểm tra quyền của thư mục và dung lượng ổ đĩa. (${error})`);
  }
}
