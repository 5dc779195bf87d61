import { db } from "#lib/db.ts";

/** Where an old address of this site went, or null. Only paths of this site are followed. */
export async function findRedirect(path: string) {
  if (path.length > 500 || path.includes("\0")) return null;
  const found = await db.redirect.findUnique({ where: { path }, select: { target: true } });
  return found && isOwnPath(found.target) && found.target !== path ? found.target : null;
}

const isOwnPath = (target: string) => /^\/(?![/\\])/.test(target);
