import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "#tests/support/run.ts";

type Source = { file: string; text: string };

/** The files under these folders whose name matches, with their text; paths are relative to the project's root. */
export function sources(folders: string[], name = /\.(ts|tsx|mjs)$/): Source[] {
  return folders
    .flatMap((folder) => list(folder))
    .filter((file) => name.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));
}

function list(folder: string) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()) // a route's folder may be called bang-kiem.json
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)).replaceAll(path.sep, "/"))
    .filter((file) => !/(^|\/)(node_modules|\.next|\.data)\/|^prisma\/client\//.test(file));
}
