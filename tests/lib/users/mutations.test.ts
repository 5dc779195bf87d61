import { expect, test } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import { hashPassword, verifyPassword } from "#lib/auth/password.ts";
import { PASSWORD_EXAMPLE } from "#lib/auth/password-example.ts";
import { readSession, startSession } from "#lib/auth/sessions.ts";
import { db } from "#lib/db.ts";
import {
  changePassword,
  createUser,
  disableUser,
  enableUser,
  endOtherSessions,
  setMailWish,
  setPassword,
  setRole,
} from "#lib/users/mutations.ts";

const GOOD = "cầu vồng mọc sau bếp lửa 7";
let count = 0;

async function person(role: UserActor["role"]): Promise<UserActor> {
  count += 1;
  const user = { email: `n${count}@thu.vn`, name: "Kiểm Thử", role, password: GOOD };
  const { id } = await createUser(system("test"), user);
  return { kind: "user", id, name: user.name, role };
}
const session = (user: UserActor) => db.$transaction((tx) => startSession(tx, user.id));
const refused = { code: "forbidden" };

test("an address is stored in lower case and once", async () => {
  await createUser(system("test"), { email: "Hoa@Thu.VN", name: "Hoa", role: "editor", password: GOOD });
  expect(await db.user.count({ where: { email: "hoa@thu.vn" } })).toBe(1);
  const again = createUser(system("test"), { email: "HOA@thu.vn", name: "Hoa", role: "editor", password: GOOD });
  await expect(again).rejects.toMatchObject({ code: "conflict", field: "email" });
});

test("only administrators make accounts", async () => {
  const input = { email: "x@thu.vn", name: "X", role: "administrator", password: GOOD };
  for (const role of ["contributor", "editor", "publisher"] as const) {
    await expect(createUser(await person(role), input)).rejects.toMatchObject(refused);
  }
  await createUser(await person("administrator"), input);
});

test.each([
  ["14 letters", "bàn ghế mưa 12"],
  ["the site's own words", "dongthanhdangbo2026"],
  ["the person's name", "nguyenthihoa-nguyenthihoa"],
  ["repetition", "aaaaaaaaaaaaaaaaaaaa"],
  ["a common one, twice", "password123password123"],
  ["the example beside the field", PASSWORD_EXAMPLE],
  ["the address", "hoa.nguyen@thu.vn1"],
  ["257 letters", "ă".repeat(257)],
])("a password of %s is refused with a sentence", async (_name, password) => {
  const input = { email: "hoa.nguyen@thu.vn", name: "Nguyễn Thị Hoa", role: "editor", password };
  await expect(createUser(system("test"), input)).rejects.toThrow(/[Mm]ật khẩu/);
});

test.each([
  ["64 letters with spaces and accents", "con mèo xanh nhảy qua hàng rào tre lúc nửa đêm không trăng sao !!"],
  ["no digit, no capital", "thuyền giấy bánh mì trăng lưỡi"],
])("a password of %s is taken", async (_name, password) => {
  count += 1;
  await createUser(system("test"), { email: `n${count}@thu.vn`, name: "Hoa", role: "editor", password });
});

test("composed and decomposed typing are one password; what comes after byte 72 counts", async () => {
  const { id } = await person("editor");
  const hash = (await db.user.findUniqueOrThrow({ where: { id } })).passwordHash;
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(GOOD.normalize("NFD"), hash)).toBe(true);
  expect(await verifyPassword(`${GOOD} `, hash)).toBe(false);
  expect(await verifyPassword(`${"x".repeat(74)}b12345`, await hashPassword(`${"x".repeat(74)}a12345`))).toBe(false);
});

test("changing the password ends the other sessions, not the one that asks", async () => {
  const user = await person("editor");
  const [here, there] = [await session(user), await session(user)];
  await expect(
    changePassword(user, { current: "sai", password: "thuyền giấy bánh mì trăng" }, here),
  ).rejects.toMatchObject({ field: "current" });

  await changePassword(user, { current: GOOD, password: "thuyền giấy bánh mì trăng" }, here);

  expect(await readSession(here)).toMatchObject({ id: user.id });
  expect(await readSession(there)).toBeNull();
});

test("whoever sits at another's screen has ten guesses at the password in a quarter of an hour", async () => {
  const user = await person("editor");
  const guess = (current: string) => changePassword(user, { current, password: "thuyền giấy bánh mì trăng" });
  for (let number = 0; number < 10; number++)
    await expect(guess(`sai ${number}`)).rejects.toMatchObject({ code: "invalid" });

  await expect(guess(GOOD)).rejects.toMatchObject({ code: "too-many", field: "current" });
});

test("a password that somebody forgot is set by administrators alone, as strict as any, and ends every session", async () => {
  const [administrator, user] = [await person("administrator"), await person("editor")];
  const secret = await session(user);
  const password = "thuyền giấy bánh mì trăng";
  const input = { userId: user.id, password };
  await expect(setPassword(user, input)).rejects.toMatchObject(refused);
  await expect(setPassword(administrator, { ...input, userId: administrator.id })).rejects.toMatchObject(refused);
  await expect(setPassword(administrator, { ...input, password: "ngắn" })).rejects.toThrow("15 chữ cái");
  await expect(setPassword(administrator, { ...input, password: PASSWORD_EXAMPLE })).rejects.toThrow("dễ đoán");
  await expect(setPassword(administrator, { ...input, userId: 999_999 })).rejects.toMatchObject({ code: "not-found" });

  await setPassword(administrator, input);

  expect(await readSession(secret)).toBeNull();
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: user.id } });
  expect(await verifyPassword(password, passwordHash)).toBe(true);
  expect(await db.auditEvent.count({ where: { action: "user.set-password", subject: `user:${user.id}` } })).toBe(1);
});

test("rights and locks hold from the next request on", async () => {
  const [administrator, user] = [await person("administrator"), await person("publisher")];
  const secret = await session(user);

  await setRole(administrator, { userId: user.id, role: "contributor" });
  expect(await readSession(secret)).toMatchObject({ role: "contributor" });

  await disableUser(administrator, { userId: user.id });
  expect(await readSession(secret)).toBeNull();
  await enableUser(administrator, { userId: user.id });
  expect(await readSession(secret)).toBeNull();
});

test("nobody changes his own rights", async () => {
  const [administrator, editor] = [await person("administrator"), await person("editor")];
  await expect(setRole(administrator, { userId: administrator.id, role: "editor" })).rejects.toMatchObject(refused);
  await expect(setRole(editor, { userId: editor.id, role: "administrator" })).rejects.toMatchObject(refused);
  await expect(disableUser(editor, { userId: administrator.id })).rejects.toMatchObject(refused);
});

test("two administrators who remove each other at once: one stays", async () => {
  await db.user.updateMany({ where: { role: "administrator" }, data: { role: "editor" } });
  const [one, two] = [await person("administrator"), await person("administrator")];

  const both = await Promise.allSettled([
    disableUser(one, { userId: two.id }),
    setRole(two, { userId: one.id, role: "editor" }),
  ]);

  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.user.count({ where: { role: "administrator", disabledAt: null } })).toBe(1);
});

test("sessions on other machines can be ended alone", async () => {
  const user = await person("editor");
  const [here, there] = [await session(user), await session(user)];
  expect(await endOtherSessions(user, here)).toBe(1);
  expect([await readSession(here), await readSession(there)]).toEqual([expect.anything(), null]);
});

test("sessions end by themselves: idle for two hours, at the latest after twelve", async () => {
  const user = await person("editor");
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const idle = await session(user);
  await db.session.updateMany({ where: { userId: user.id }, data: { lastSeenAt: ago(2.1) } });
  expect(await readSession(idle)).toBeNull();
  const old = await session(user);
  await db.session.updateMany({ where: { userId: user.id }, data: { expiresAt: ago(0) } });
  expect(await readSession(old)).toBeNull();
});

test("mail is off until somebody wants it for himself", async () => {
  const user = await person("publisher");
  const wish = () => db.user.findUniqueOrThrow({ where: { id: user.id }, select: { mailWanted: true } });
  expect(await wish()).toEqual({ mailWanted: false });
  await setMailWish(user, { mailWanted: "on" });
  expect(await wish()).toEqual({ mailWanted: true });
  await setMailWish(user, {});
  expect(await wish()).toEqual({ mailWanted: false });
});
