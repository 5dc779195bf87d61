import { Secret, TOTP } from "otpauth";
import type { UserActor } from "#lib/actor.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { oneTimeCodeInput } from "#lib/auth/schema.ts";
import { db, onDuplicate, type Transaction } from "#lib/db.ts";
import { siteUrl } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { drawQr } from "#lib/qr.ts";
import { keyedDigest, openText, sealText } from "#lib/secrets.ts";

const SECRET_BYTES = 20; // RFC 4226, section 4, R6
const PERIOD = 30;
/** Codes of the half minute before and after are taken too: telephones' clocks differ (RFC 6238, 5.2). */
const WINDOW = 1;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

const ownerOf = (userId: number) => `user:${userId}`;
const digestOf = (userId: number, code: string) =>
  keyedDigest("recovery code", ownerOf(userId), code).toString("base64url");

type Factor = { userId: number; sealedSecret: string };

const secretOf = ({ userId, sealedSecret }: Factor) => openText("second factor", ownerOf(userId), sealedSecret);

/** The half minute whose code this is, counted from 1970; undefined when it is none of now. */
function stepOf(factor: Factor, code: string) {
  const secret = secretOf(factor);
  if (secret === undefined) return undefined; // AUTH_SECRET is another one: only an administrator can help
  const now = Date.now();
  const delta = new TOTP({ secret, period: PERIOD }).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta;
}

/**
 * What a code says at the door of this account: "asked" when it has a second step and no code came. Each code lets in once,
 * two at once included: the one of the telephone until a later one has been used, a recovery code until it is used.
 */
export async function passSecondFactor(userId: number, code: string): Promise<"passed" | "asked" | "refused"> {
  const factor = await db.secondFactor.findFirst({ where: { userId, confirmedAt: { not: null } } });
  if (!factor) return "passed";
  if (!code) return "asked";
  const lastStep = stepOf(factor, code);
  const { count } =
    lastStep === undefined
      ? await db.recoveryCode.deleteMany({ where: { userId, digest: digestOf(userId, code) } })
      : await db.secondFactor.updateMany({ where: { userId, lastStep: { lt: lastStep } }, data: { lastStep } });
  return count > 0 ? "passed" : "refused";
}

/** How the actor's second step stands; while it is being set up, with its secret as text and as the QR code that applications read. */
export async function getSecondFactor({ id }: UserActor) {
  const factor = await db.secondFactor.findUnique({
    where: { userId: id },
    include: { user: { select: { email: true } }, _count: { select: { recoveryCodes: true } } },
  });
  if (!factor) return { standing: "off" } as const;
  if (factor.confirmedAt) return { standing: "on", codesLeft: factor._count.recoveryCodes } as const;
  const secret = secretOf(factor);
  if (secret === undefined) return { standing: "off" } as const;
  const address = new TOTP({ issuer: new URL(siteUrl()).host, label: factor.user.email, secret, period: PERIOD });
  return { standing: "begun", secret: inFours(secret), qr: drawQr(address.toString()) } as const;
}

/** Makes a secret. Nothing is asked at the door before a first code has shown that the telephone knows it. */
export async function beginSecondFactor({ id: userId }: UserActor) {
  const { base32 } = new Secret({ size: SECRET_BYTES });
  const sealedSecret = sealText("second factor", ownerOf(userId), base32);
  const begin = db.$transaction(async (tx) => {
    await tx.secondFactor.deleteMany({ where: { userId, confirmedAt: null } });
    await tx.secondFactor.create({ data: { userId, sealedSecret } });
  });
  await onDuplicate(begin, new AppError("conflict", "Xác nhận hai bước đang bật rồi. Hãy tải lại trang."));
}

/** From now on the door asks for a code. Returns the recovery codes, which are shown this once. */
export async function confirmSecondFactor(actor: UserActor, input: unknown) {
  const { code } = oneTimeCodeInput.parse(input);
  const userId = actor.id;
  const factor = await db.secondFactor.findFirst({ where: { userId, confirmedAt: null } });
  if (!factor) throw new AppError("conflict", "Việc bật xác nhận hai bước đã thôi ở nơi khác. Hãy tải lại trang.");
  const lastStep = stepOf(factor, code);
  if (lastStep === undefined)
    throw new AppError(
      "invalid",
      "Mã chưa đúng. Hãy gõ mã 6 số đang hiện, và xem điện thoại có đúng giờ không.",
      "code",
    );

  return db.$transaction(async (tx) => {
    const { sealedSecret } = factor;
    const { count } = await tx.secondFactor.updateMany({
      where: { userId, sealedSecret, confirmedAt: null },
      data: { confirmedAt: new Date(), lastStep },
    });
    if (count === 0) throw new AppError("conflict", "Khóa vừa được đổi ở nơi khác. Hãy tải lại trang.");
    await recordAudit(tx, { actor, action: "user.second-factor-on", subject: ownerOf(userId) });
    return makeRecoveryCodes(tx, userId);
  });
}

/** Ten new recovery codes; the old ones let in no more. */
export async function renewRecoveryCodes(actor: UserActor) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.secondFactor.updateMany({
      where: { userId: actor.id, confirmedAt: { not: null } },
      data: { userId: actor.id }, // holds the row against whoever renews at the same time
    });
    if (count === 0) throw new AppError("conflict", "Xác nhận hai bước không còn bật. Hãy tải lại trang.");
    await tx.recoveryCode.deleteMany({ where: { userId: actor.id } });
    await recordAudit(tx, { actor, action: "user.recovery-codes", subject: ownerOf(actor.id) });
    return makeRecoveryCodes(tx, actor.id);
  });
}

/** The password alone opens the account again. False when it did already. */
export async function endSecondFactor(tx: Transaction, userId: number) {
  await tx.secondFactor.deleteMany({ where: { userId, confirmedAt: null } });
  return (await tx.secondFactor.deleteMany({ where: { userId } })).count > 0;
}

async function makeRecoveryCodes(tx: Transaction, userId: number) {
  const codes = Array.from({ length: RECOVERY_CODES }, () => new Secret({ size: RECOVERY_BYTES }).base32);
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, digest: digestOf(userId, code) })) });
  return codes.map(inFours);
}

const inFours = (code: string) => code.match(/.{1,4}/g)?.join(" ") ?? code;
