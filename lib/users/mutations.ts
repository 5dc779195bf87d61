import type { Actor, UserActor } from "#lib/actor.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { hashPassword, verifyPassword } from "#lib/auth/password.ts";
import { refuseGuessable } from "#lib/auth/password-strength.ts";
import { endSecondFactor } from "#lib/auth/second-factor.ts";
import { endSessionsOf } from "#lib/auth/sessions.ts";
import { db, onDuplicate, type Transaction } from "#lib/db.ts";
import { AppError, authorize } from "#lib/errors.ts";
import { createLimit } from "#lib/rate-limit/limit.ts";
import { canChangeRightsOf, canManageUsers, isSelf } from "#lib/users/policy.ts";
import {
  changePasswordInput,
  createUserInput,
  mailWishInput,
  setPasswordInput,
  setRoleInput,
  userInput,
} from "#lib/users/schema.ts";
import type { Prisma } from "#prisma/client/client.ts";

/** Whoever found a screen unlocked does not get to guess the password at it: as many tries as at the door. */
const spend = createLimit({ name: "change-password", points: 10, seconds: 15 * 60 });

export async function createUser(actor: Actor, input: unknown) {
  const { password, ...person } = createUserInput.parse(input);
  authorize(canManageUsers(actor));
  refuseGuessable(password, person);
  const passwordHash = await hashPassword(password);

  const create = db.$transaction(async (tx) => {
    const user = await tx.user.create({
      data: { ...person, passwordHash },
      select: { id: true, email: true, role: true },
    });
    await recordAudit(tx, { actor, action: "user.create", subject: subjectOf(user.id), detail: { role: user.role } });
    return user;
  });
  return onDuplicate(create, new AppError("conflict", "Địa chỉ thư này đã có tài khoản.", "email"));
}

/** Sets the actor's own password and ends every session but the one that asks. */
export async function changePassword(actor: UserActor, input: unknown, sessionSecret?: string) {
  const { current, password } = changePasswordInput.parse(input);
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
  if (!(await spend(`user ${actor.id}`)))
    throw new AppError("too-many", "Thử quá nhiều lần. Hãy đợi 15 phút.", "current");
  if (!(await verifyPassword(current, user.passwordHash))) {
    throw new AppError("invalid", "Mật khẩu hiện nay chưa đúng.", "current");
  }
  refuseGuessable(password, user);
  const passwordHash = await hashPassword(password);

  return db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: user.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) throw new AppError("conflict", "Mật khẩu vừa được đổi ở nơi khác. Hãy đăng nhập lại.");
    await endSessionsOf(tx, user.id, sessionSecret);
    await recordAudit(tx, { actor, action: "user.change-password", subject: subjectOf(user.id) });
  });
}

/** Gives somebody who forgot theirs a new password, which ends their sessions. Whoever has it should change it at once. */
export async function setPassword(actor: Actor, input: unknown) {
  const { userId, password } = setPasswordInput.parse(input);
  authorize(canChangeRightsOf(actor, userId));
  const user = await db.user.findUnique({ where: { id: userId }, select: { email: true, name: true } });
  if (!user) throw unknownUser();
  refuseGuessable(password, user);
  const passwordHash = await hashPassword(password);

  return db.$transaction(async (tx) => {
    await changeUser(tx, userId, { passwordHash });
    await endSessionsOf(tx, userId);
    await recordAudit(tx, { actor, action: "user.set-password", subject: subjectOf(userId) });
  });
}

/** Lets somebody who lost the telephone in with the password alone; one's own too. */
export async function turnOffSecondFactor(actor: Actor, input: unknown) {
  const { userId } = userInput.parse(input);
  authorize(isSelf(actor, userId) || canChangeRightsOf(actor, userId));

  return db.$transaction(async (tx) => {
    if (!(await endSecondFactor(tx, userId))) return;
    await recordAudit(tx, { actor, action: "user.second-factor-off", subject: subjectOf(userId) });
  });
}

/** Ends the actor's sessions on other machines. */
export async function endOtherSessions(actor: UserActor, sessionSecret: string) {
  return db.$transaction(async (tx) => {
    const ended = await endSessionsOf(tx, actor.id, sessionSecret);
    await recordAudit(tx, { actor, action: "user.end-sessions", subject: subjectOf(actor.id), detail: { ended } });
    return ended;
  });
}

/** Whether the actor gets mail. */
export async function setMailWish(actor: UserActor, input: unknown) {
  const mailWanted = mailWishInput.parse(input).mailWanted === "on";

  return db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { mailWanted } });
    await recordAudit(tx, { actor, action: "user.set-mail", subject: subjectOf(actor.id), detail: { mailWanted } });
    return { mailWanted };
  });
}

/** Holds from the user's next request on: rights are read anew each time. */
export async function setRole(actor: Actor, input: unknown) {
  const { userId, role } = setRoleInput.parse(input);
  authorize(canChangeRightsOf(actor, userId));

  return db.$transaction(async (tx) => {
    if (role !== "administrator") await keepOneAdministrator(tx, userId);
    await changeUser(tx, userId, { role });
    await recordAudit(tx, { actor, action: "user.set-role", subject: subjectOf(userId), detail: { role } });
  });
}

/** Locks an account and ends its sessions at once. */
export async function disableUser(actor: Actor, input: unknown) {
  const { userId } = userInput.parse(input);
  authorize(canChangeRightsOf(actor, userId));

  return db.$transaction(async (tx) => {
    await keepOneAdministrator(tx, userId);
    await changeUser(tx, userId, { disabledAt: new Date() });
    await endSessionsOf(tx, userId);
    await recordAudit(tx, { actor, action: "user.disable", subject: subjectOf(userId) });
  });
}

export async function enableUser(actor: Actor, input: unknown) {
  const { userId } = userInput.parse(input);
  authorize(canChangeRightsOf(actor, userId));

  return db.$transaction(async (tx) => {
    await changeUser(tx, userId, { disabledAt: null });
    await recordAudit(tx, { actor, action: "user.enable", subject: subjectOf(userId) });
  });
}

const unknownUser = () => new AppError("not-found", "Không có người dùng này.");
const subjectOf = (userId: number) => `user:${userId}`;

async function changeUser(tx: Transaction, id: number, data: Prisma.UserUncheckedUpdateManyInput) {
  const { count } = await tx.user.updateMany({ where: { id }, data });
  if (count === 0) throw unknownUser();
}

/** Locks the administrators' rows, so that two who remove each other at once cannot both succeed. */
async function keepOneAdministrator(tx: Transaction, userId: number) {
  const administrators = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM "User" WHERE role = 'administrator' AND "disabledAt" IS NULL ORDER BY id FOR UPDATE`;
  if (administrators.some(({ id }) => id !== userId) || administrators.length === 0) return;
  throw new AppError("conflict", "Đây là người quản trị cuối cùng. Hãy giao quyền quản trị cho người khác trước.");
}
