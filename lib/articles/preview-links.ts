import { createHash, randomBytes } from "node:crypto";
import type { UserActor } from "#lib/actor.ts";
import { getArticleForEditing } from "#lib/articles/editing.ts";
import { endPreviewLinks } from "#lib/articles/moving.ts";
import { previewLinkInput } from "#lib/articles/preview-schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { db } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";

const DAYS = 7;
const DAY = 24 * 3600_000;
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Makes an address at which anybody who has it reads the newest revision of a draft for a week. It is shown once. */
export async function createPreviewLink(actor: UserActor, input: unknown) {
  const { articleId } = previewLinkInput.parse(input);
  authorize((await getArticleForEditing(actor, articleId))?.canEdit === true);
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(Date.now() + DAYS * DAY);

  return db.$transaction(async (tx) => {
    await tx.previewLink.create({ data: { articleId, tokenHash: hashOf(token), createdById: actor.id, expiresAt } });
    await recordAudit(tx, { actor, action: "article.preview-link", subject: `article:${articleId}` });
    return { path: `/quan-tri/xem-truoc/${token}`, expiresAt };
  });
}

/** Every link to this draft ends at once. */
export async function revokePreviewLinks(actor: UserActor, input: unknown) {
  const { articleId } = previewLinkInput.parse(input);
  authorize((await getArticleForEditing(actor, articleId))?.canEdit === true);

  return db.$transaction(async (tx) => {
    const { count } = await endPreviewLinks(tx, articleId);
    if (count === 0) throw new AppError("conflict", "Bài này không còn đường dẫn xem thử nào.");
    await recordAudit(tx, {
      actor,
      action: "article.preview-revoke",
      subject: `article:${articleId}`,
      detail: { count },
    });
    return { count };
  });
}

/** The article that a link opens, or null when it never did, has expired or was revoked. */
export async function readPreviewLink(token: string) {
  if (!/^[\w-]{32}$/.test(token)) return null;
  const link = await db.previewLink.findUnique({
    where: { tokenHash: hashOf(token), revokedAt: null, expiresAt: { gt: new Date() } },
    select: { articleId: true },
  });
  return link?.articleId ?? null;
}
