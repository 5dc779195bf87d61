import { type DBSchema, openDB } from "idb";
import type { ArticleFields } from "#components/admin/article-fields.ts";

/** Text that may not be in a revision: on this machine, or kept by the server. */
export type Copy = { sitting: string; base: number | null; sequence: number; savedAt: string; fields: ArticleFields };

type Owner = { userId: number; articleId: number | null };

interface Shelf extends DBSchema {
  copies: { key: string; value: Copy & Owner };
}

/** On the disk when it is said to be kept: a computer that loses its power has it still. */
const ON_DISK = { durability: "strict" } as const;

let opened: ReturnType<typeof open> | undefined;

const open = () =>
  openDB<Shelf>("chu-chua-luu", 1, {
    upgrade: (shelf) => void shelf.createObjectStore("copies", { keyPath: "sitting" }),
    terminated: () => {
      opened = undefined;
    },
  });

async function begin(mode: "readonly" | "readwrite") {
  opened ??= open();
  return (await opened).transaction("copies", mode, ON_DISK);
}

/** Keeps text on this machine until the server has it. A browser without room or without leave has none: the server's copy is the one that counts. */
export async function keepLocalCopy(copy: Omit<Copy, "savedAt"> & Owner) {
  try {
    const kept = await begin("readwrite");
    void kept.objectStore("copies").put?.({ ...copy, savedAt: new Date().toISOString() });
    kept.commit(); // at once: the page may be closing
    await kept.done;
  } catch {
    // as above
  }
}

export async function dropLocalCopy(sitting: string) {
  try {
    await (await begin("readwrite")).objectStore("copies").delete?.(sitting);
  } catch {
    // as above
  }
}

/** What was left here by this person for this article. */
export async function listLocalCopies({ userId, articleId }: Owner): Promise<Copy[]> {
  try {
    const copies = await (await begin("readonly")).objectStore("copies").getAll();
    return copies.filter((copy) => copy.userId === userId && copy.articleId === articleId);
  } catch {
    return [];
  }
}
