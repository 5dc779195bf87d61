import type { UserActor } from "#lib/actor.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { knownDevice } from "#lib/auth/known-device.ts";
import { hashPassword, isOutdated, verifyPassword } from "#lib/auth/password.ts";
import { signInInput } from "#lib/auth/schema.ts";
import { passSecondFactor } from "#lib/auth/second-factor.ts";
import { startSession } from "#lib/auth/sessions.ts";
import { db } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { createLimit } from "#lib/rate-limit/limit.ts";
import { keyedDigest } from "#lib/secrets.ts";

const TRIES = { points: 10, seconds: 15 * 60 };
const ofAccount = createLimit({ name: "sign-in-account", ...TRIES });
const ofNetwork = createLimit({ name: "sign-in-network", ...TRIES });

/**
 * The secret of a new session, or null when address and password do not belong together. Unknown, locked and known accounts
 * cost the same and answer the same. Failures count against the account and the network; a success gives its try back.
 * A device that has signed in to this account before has a count of its own, so that strangers cannot use up its owner's tries.
 * Throws at the field "code" when the account has a second step: "unauthenticated" without a code, "invalid" with a wrong one.
 */
export async function signIn(input: unknown, network: string, deviceMark = "") {
  const parsed = signInInput.safeParse(input);
  if (!parsed.success) return null;
  const { email, password, code } = parsed.data;
  const device = knownDevice(email, deviceMark) ?? "";
  const account = keyedDigest("sign-in account", email, device).toString("base64url");
  const allowed = await Promise.all([ofAccount(account), ofNetwork(network)]);
  if (allowed.includes(false)) throw new AppError("too-many", "Thử quá nhiều lần. Hãy đợi 15 phút rồi đăng nhập lại.");

  const user = await db.user.findFirst({ where: { email, disabledAt: null } });
  if (!(await verifyPassword(password, user?.passwordHash)) || !user) {
    await recordFailure(network, email);
    return null;
  }
  const second = await passSecondFactor(user.id, code);
  if (second === "refused") {
    await recordFailure(network, email);
    throw new AppError("invalid", "Mã chưa đúng hoặc đã dùng rồi. Hãy đợi mã tiếp theo hiện ra rồi gõ lại.", "code");
  }
  await Promise.all([ofAccount(account, -1), ofNetwork(network, -1)]);
  if (second === "asked") throw new AppError("unauthenticated", "Tài khoản này cần thêm mã xác nhận.", "code");
  return enter(user, password, network);
}

type User = UserActor & { passwordHash: string };

async function enter({ id, name, role, passwordHash }: Omit<User, "kind">, password: string, network: string) {
  const renewed = isOutdated(passwordHash) ? await hashPassword(password) : undefined;
  return db.$transaction(async (tx) => {
    const [still] = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM "User" WHERE id = ${id} AND "passwordHash" = ${passwordHash} AND "disabledAt" IS NULL FOR NO KEY UPDATE`;
    if (!still) return null; // the password was changed, or the account locked, while this one was being compared
    if (renewed) await tx.user.updateMany({ where: { id, passwordHash }, data: { passwordHash: renewed } });
    const secret = await startSession(tx, id);
    const actor: UserActor = { kind: "user", id, name, role, network };
    await recordAudit(tx, { actor, action: "auth.sign-in", subject: `user:${id}` });
    return secret;
  });
}

async function recordFailure(network: string, email: string) {
  const known = await db.user.findUnique({ where: { email }, select: { id: true } });
  const subject = known ? `user:${known.id}` : "user:unknown";
  await recordAudit(db, { actor: { kind: "visitor", network }, action: "auth.refused", subject });
}
