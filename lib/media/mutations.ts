import { createHash, randomBytes } from "node:crypto";
import { type Actor, userIdOf } from "#lib/actor.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { publishing } from "#lib/content-version.ts";
import { db, type Transaction } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { mediaUrl } from "#lib/media/address.ts";
import { stageFiles } from "#lib/media/files.ts";
import { extensionOf, kindOf, PICTURE_TYPE } from "#lib/media/kinds.ts";
import { canChangeMedia, canUseMedia } from "#lib/media/policy.ts";
import { makeRenditions } from "#lib/media/renditions.ts";
import { deleteMediaInput, describeMediaInput, replaceMediaInput, storeMediaInput } from "#lib/media/schema.ts";
import { lockDigest, removeUnnamed } from "#lib/media/shelf.ts";
import { createLimit } from "#lib/rate-limit/limit.ts";

/** Megabytes that one person may upload in a day; a file costs at least one. */
const spend = createLimit({ name: "upload", points: 1000, seconds: 86_400 });

const ANIMATED = "Ảnh động chỉ giữ được hình đầu tiên.";

/** Takes a file into the library; the same bytes again are the file that is there already. Pictures are made anew. */
export async function storeMedia(actor: Actor, input: unknown) {
  const { name, bytes } = storeMediaInput.parse(input);
  authorize(canUseMedia(actor));
  await spendFor(actor, bytes);
  const sha256 = digestOf(bytes);
  const known = await db.media.findUnique({ where: { sha256 } });
  if (known) return shown(known);

  const { row, files, warnings } = await readUpload(bytes, sha256);
  const staged = await stageFiles(files);
  const data = { ...row, id: randomBytes(16).toString("base64url"), name, createdById: userIdOf(actor) };
  const stored = await settling(sha256, staged, () =>
    db.$transaction(async (tx) => {
      await lockDigest(tx, sha256);
      await staged.keep();
      const [media] = await tx.media.createManyAndReturn({ data: [data], skipDuplicates: true });
      if (!media) return tx.media.findUniqueOrThrow({ where: { sha256 } }); // uploaded twice at once
      await recordAudit(tx, { actor, action: "media.store", subject: subjectOf(media.id), detail: { name, sha256 } });
      return media;
    }),
  );
  return { ...shown(stored), warnings };
}

/** Puts other bytes behind the same address: articles that show the file show the new one. */
export async function replaceMedia(actor: Actor, input: unknown) {
  const { mediaId, bytes } = replaceMediaInput.parse(input);
  const media = await readMedia(mediaId);
  authorize(canChangeMedia(actor, media));
  await spendFor(actor, bytes);
  const sha256 = digestOf(bytes);
  if (sha256 === media.sha256) return shown(media);
  await refuseKnown(sha256);

  const { row, files, warnings } = await readUpload(bytes, sha256);
  if (row.type !== media.type)
    throw new AppError(
      "invalid",
      "Tệp thay vào phải cùng loại với tệp cũ: ảnh thay ảnh, PDF thay PDF, Word thay Word.",
    );
  const staged = await stageFiles(files);
  const stored = await settling(sha256, staged, () =>
    publishing(async (tx) => {
      await lockDigest(tx, sha256);
      await staged.keep();
      const { count } = await tx.media.updateMany({ where: { id: mediaId, sha256: media.sha256 }, data: row });
      if (count === 0) throw new AppError("conflict", "Tệp này vừa được người khác thay. Hãy tải lại trang để xem.");
      await recordAudit(tx, {
        actor,
        action: "media.replace",
        subject: subjectOf(mediaId),
        detail: { sha256, before: media.sha256 },
      });
      return { ...media, ...row };
    }),
  );
  await removeUnnamed(media.sha256);
  return { ...shown(stored), warnings };
}

/** Name, words for those who do not see it, and the point that a crop keeps: where links to articles are shared, readers see another. */
export async function describeMedia(actor: Actor, input: unknown) {
  const { mediaId, ...description } = describeMediaInput.parse(input);
  authorize(canChangeMedia(actor, await readMedia(mediaId)));

  return publishing(async (tx) => {
    const media = await tx.media.update({ where: { id: mediaId }, data: description });
    await recordAudit(tx, { actor, action: "media.describe", subject: subjectOf(mediaId), detail: description });
    return shown(media);
  });
}

/** Deletes a file that no article shows or links; otherwise says which do. */
export async function deleteMedia(actor: Actor, input: unknown) {
  const { mediaId } = deleteMediaInput.parse(input);
  const media = await readMedia(mediaId);
  authorize(canChangeMedia(actor, media));

  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Media" WHERE id = ${mediaId} FOR UPDATE`; // articles saved meanwhile wait here
    await refuseUsed(tx, mediaId);
    await tx.media.deleteMany({ where: { id: mediaId } });
    const { name, sha256 } = media;
    await recordAudit(tx, { actor, action: "media.delete", subject: subjectOf(mediaId), detail: { name, sha256 } });
  });
  await removeUnnamed(media.sha256);
  return { id: mediaId };
}

const subjectOf = (mediaId: string) => `media:${mediaId}`;
const digestOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

type Media = Awaited<ReturnType<typeof readMedia>>;

function shown(media: Media) {
  const { id, name, type, bytes, width, height, alt } = media;
  return { id, url: mediaUrl(media), name, type, bytes, width, height, alt, warnings: [] as string[] };
}

async function readMedia(id: string) {
  const media = await db.media.findUnique({ where: { id } });
  if (!media) throw new AppError("not-found", "Không có tệp này. Có thể tệp đã bị xóa.");
  return media;
}

async function spendFor(actor: Actor, bytes: Buffer) {
  if (actor.kind !== "user" || (await spend(`user ${actor.id}`, Math.max(1, Math.ceil(bytes.length / 1_000_000)))))
    return;
  throw new AppError("too-many", "Hôm nay bạn đã đưa lên quá nhiều tệp (1.000 MB). Hãy đợi đến ngày mai.");
}

/** What becomes of uploaded bytes: the row's columns that follow from them, and the files to keep. */
async function readUpload(bytes: Buffer, sha256: string) {
  const kind = await kindOf(bytes);
  if (!kind.picture) {
    const row = { sha256, type: kind.type, bytes: bytes.length, width: null, height: null, widths: [] };
    return { row, files: [{ name: `${sha256}.${extensionOf(kind.type)}`, bytes }], warnings: [] };
  }
  const { width, height, files } = await makeRenditions(bytes);
  const widths = files.map((file) => file.width);
  return {
    row: { sha256, type: PICTURE_TYPE, bytes: files.at(-1)?.bytes.length ?? 0, width, height, widths },
    files: files.map((file) => ({ name: `${sha256}-${file.width}.webp`, bytes: file.bytes })),
    warnings: kind.animated ? [ANIMATED] : [],
  };
}

/** Leaves no file behind when the row could not be written. */
async function settling<T>(sha256: string, staged: { discard: () => Promise<void> }, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    await staged.discard();
    await removeUnnamed(sha256).catch(() => {}); // the database is away: the sweep will find them
    throw error;
  }
}

async function refuseKnown(sha256: string) {
  const known = await db.media.findUnique({ where: { sha256 }, select: { name: true } });
  if (known) throw new AppError("conflict", `Tệp này đã có trong kho với tên “${known.name}”.`);
}

const SHOWN_USES = 5;

async function refuseUsed(tx: Transaction, mediaId: string) {
  const uses = await tx.mediaUse.findMany({
    where: { mediaId },
    select: { article: { select: { headRevision: { select: { title: true } } } } },
    orderBy: { articleId: "desc" },
  });
  if (uses.length === 0) return refuseTyped(tx, mediaId);
  const titles = uses.slice(0, SHOWN_USES).map(({ article }) => `“${article.headRevision?.title ?? ""}”`);
  const more = uses.length > SHOWN_USES ? ` và ${uses.length - SHOWN_USES} bài khác` : "";
  throw new AppError(
    "conflict",
    `Chưa xóa được vì tệp đang dùng trong: ${titles.join(", ")}${more}. Hãy bỏ tệp khỏi bài trước.`,
  );
}

/** What others have not saved yet is theirs: who writes is told, what is not. */
async function refuseTyped(tx: Transaction, mediaId: string) {
  const copies = await tx.mediaDraftUse.findMany({
    where: { mediaId },
    select: { copy: { select: { user: { select: { name: true } } } } },
  });
  const names = [...new Set(copies.map(({ copy }) => copy.user.name))];
  if (names.length === 0) return;
  throw new AppError(
    "conflict",
    `Chưa xóa được vì tệp nằm trong chữ đang viết dở của ${names.join(", ")}. Hãy hỏi người đó trước.`,
  );
}
