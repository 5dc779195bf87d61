import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { dataPath } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";

/** Renditions are `<sha256>-960.webp`, documents `<sha256>.pdf`; the first two digits spread them over 256 folders. */
export const pathOf = (fileName: string) => dataPath("media", fileName.slice(0, 2), fileName);

const INCOMING = () => dataPath("media", "incoming");

/** Writes files aside, safe on disk; `keep` gives them their names, `discard` takes them away. */
export async function stageFiles(files: { name: string; bytes: Buffer }[]) {
  const staged: { from: string; to: string }[] = [];
  const discard = async () => {
    for (const { from } of staged) await rm(from, { force: true });
  };
  try {
    await mkdir(INCOMING(), { recursive: true });
    for (const { name, bytes } of files) {
      const from = path.join(INCOMING(), randomBytes(12).toString("hex"));
      const to = pathOf(name);
      staged.push({ from, to });
      await mkdir(path.dirname(to), { recursive: true });
      await writeDurably(from, bytes);
    }
  } catch (error) {
    await discard();
    throw isFull(error) ? noRoom() : error;
  }
  const keep = async () => {
    for (const { from, to } of staged) await rename(from, to);
  };
  return { keep, discard };
}

async function writeDurably(file: string, bytes: Buffer) {
  const handle = await open(file, "wx", 0o640);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isFull = (error: unknown) =>
  error instanceof Error && "code" in error && ["ENOSPC", "EDQUOT", "EFBIG"].includes(String(error.code));

const noRoom = () =>
  new AppError("unavailable", "Máy chủ hết chỗ chứa nên tệp chưa được lưu. Hãy báo người quản trị máy chủ.");

/** Takes away every file of these bytes. */
export async function removeFiles(sha256: string) {
  const folder = path.dirname(pathOf(sha256));
  for (const name of await list(folder)) {
    if (name.startsWith(sha256)) await rm(path.join(folder, name), { force: true });
  }
}

/** The digests of all files that are stored, each once. */
export async function storedDigests() {
  const folders = (await list(dataPath("media"))).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const names = await Promise.all(folders.map((folder) => list(dataPath("media", folder))));
  return new Set(names.flat().map((name) => name.slice(0, 64)));
}

/** Takes away what was being written when a process died. */
export async function removeIncoming(olderThanMs: number) {
  for (const name of await list(INCOMING())) {
    const file = path.join(INCOMING(), name);
    const written = await stat(file).catch(() => undefined); // its upload ended meanwhile
    if (written && Date.now() - written.mtimeMs >= olderThanMs) await rm(file, { force: true });
  }
}

async function list(folder: string) {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
