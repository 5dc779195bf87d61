import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/actor.ts";
import { deviceCookie, deviceCookieName } from "#lib/auth/known-device.ts";
import { returnPath } from "#lib/auth/return-path.ts";
import { endSession, readSession } from "#lib/auth/sessions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { db } from "#lib/db.ts";
import { createUser, disableUser } from "#lib/users/mutations.ts";
import { ownerQuery } from "#tests/support/owner-query.ts";

const PASSWORD = "cầu vồng mọc sau bếp lửa 7";
let id = 0;

beforeAll(async () => {
  const input = { email: "hoa@thu.vn", name: "Kiểm Thử", role: "editor", password: PASSWORD };
  ({ id } = await createUser(system("test"), input));
  await createUser(system("test"), { ...input, email: "quan@thu.vn", role: "administrator" });
});

let networks = 0;
const network = () => `network-${++networks}`;
const enter = async (email: string, password = PASSWORD, from = network()) => signIn({ email, password }, from);

test("a session is new at each sign-in, ends when it is ended, and is stored as a digest", async () => {
  const [one, two] = [await enter("hoa@thu.vn"), await enter(" HOA@thu.vn")];
  expect(one).not.toBe(two);
  expect(await readSession(one ?? "")).toMatchObject({ id, role: "editor" });
  expect(await db.session.count({ where: { id: one ?? "" } })).toBe(0);

  await endSession(one ?? "");

  expect(await readSession(one ?? "")).toBeNull();
  expect(await readSession(two ?? "")).toMatchObject({ id });
  expect(await readSession("")).toBeNull();
});

test("successes and refusals are in the audit", async () => {
  await enter("hoa@thu.vn");
  await enter("hoa@thu.vn", "sai");
  expect(await db.auditEvent.count({ where: { action: "auth.sign-in", userId: id } })).toBeGreaterThan(0);
  expect(await db.auditEvent.count({ where: { action: "auth.refused", subject: `user:${id}` } })).toBe(1);
});

test("an account takes ten failures in a quarter of an hour, from however many networks and spellings", async () => {
  await createUser(system("test"), { email: "lan@thu.vn", name: "Lan Anh", role: "editor", password: PASSWORD });
  for (let number = 0; number < 10; number += 1) {
    expect(await enter(number % 2 ? "LAN@thu.vn" : " lan@thu.vn ", "sai")).toBeNull();
  }
  await expect(enter("lan@thu.vn")).rejects.toMatchObject({ code: "too-many" });
});

test("strangers who use up an account's tries do not keep its owner out of a browser that has signed in before", async () => {
  await createUser(system("test"), { email: "thu@thu.vn", name: "Thu", role: "editor", password: PASSWORD });
  const [mark = ""] = deviceCookie("thu@thu.vn").slice(`${deviceCookieName()}=`.length).split(";");
  const onOwn = (password: string, cookie = mark) => signIn({ email: "thu@thu.vn", password }, network(), cookie);
  for (let number = 0; number < 10; number += 1) await enter("thu@thu.vn", "sai");

  await expect(enter("thu@thu.vn")).rejects.toMatchObject({ code: "too-many" });
  await expect(onOwn(PASSWORD, `${mark}x`)).rejects.toMatchObject({ code: "too-many" });
  expect(await onOwn(PASSWORD)).not.toBeNull();
  for (let number = 0; number < 10; number += 1) expect(await onOwn("sai")).toBeNull();
  await expect(onOwn(PASSWORD)).rejects.toMatchObject({ code: "too-many" });
});

test("a network takes ten failures, and unknown addresses are limited as known ones are", async () => {
  const from = network();
  for (let number = 0; number < 10; number += 1) expect(await enter(`ai${number}@thu.vn`, "sai", from)).toBeNull();
  await expect(enter("quan@thu.vn", PASSWORD, from)).rejects.toMatchObject({ code: "too-many" });
});

test("successes are not counted", async () => {
  const from = network();
  for (let number = 0; number < 12; number += 1) expect(await enter("quan@thu.vn", PASSWORD, from)).not.toBeNull();
});

test("unknown, locked and known accounts answer alike, in like time", async () => {
  const locked = await createUser(system("test"), {
    email: "khoa@thu.vn",
    name: "Khóa",
    role: "editor",
    password: PASSWORD,
  });
  await disableUser(system("test"), { userId: locked.id });
  const timeOf = async (email: string) => {
    const begun = performance.now();
    expect(await enter(email, "sai mật khẩu")).toBeNull();
    return performance.now() - begun;
  };
  const median = async (email: string) => {
    const times = [];
    for (let number = 0; number < 9; number += 1) times.push(await timeOf(email));
    return times.sort((a, b) => a - b)[4] ?? 0;
  };
  const [known, unknown, off] = [await median("hoa@thu.vn"), await median("khong@thu.vn"), await median("khoa@thu.vn")];
  expect(Math.max(known, unknown, off) / Math.min(known, unknown, off)).toBeLessThan(3);
});

test("objects where text belongs are no credentials", async () => {
  for (const input of [
    { email: { not: "" }, password: "x" },
    { email: ["hoa@thu.vn"], password: PASSWORD },
    null,
    undefined,
    "x",
  ]) {
    expect(await signIn(input, network())).toBeNull();
  }
});

test.each([
  ["/quan-tri/bai-viet/7?a=1", "/quan-tri/bai-viet/7?a=1"],
  ["https://evil.example/quan-tri", "/quan-tri"],
  ["//evil.example/quan-tri", "/quan-tri"],
  ["/\\evil.example", "/quan-tri"],
  ["/quan-tri/../../x", "/quan-tri"],
  ["javascript:alert(1)//quan-tri", "/quan-tri"],
  ["/quan-triX", "/quan-tri"],
  ["/quan-tri/dang-nhap?den=/quan-tri", "/quan-tri"],
  [["/quan-tri"], "/quan-tri"],
  [undefined, "/quan-tri"],
])("after signing in, %j leads to %s", (wanted, path) => {
  expect(returnPath(wanted)).toBe(path);
});

test("an old password that was being compared while it was changed opens no session", async () => {
  const input = { email: "mai@thu.vn", name: "Mai Thu", role: "editor", password: PASSWORD } as const;
  const { id: userId } = await createUser(system("test"), input);
  let entering: ReturnType<typeof enter> | undefined;
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash: "-" } });
    entering = enter("mai@thu.vn");
    while (!(await isWaited())) await pause(10);
  });

  expect(await entering).toBeNull();
  expect(await db.session.count({ where: { userId } })).toBe(0);
});

/** Whether somebody waits for a transaction of this database. */
const isWaited = async () =>
  (
    await ownerQuery(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'transactionid'",
    )
  ).length > 0;
