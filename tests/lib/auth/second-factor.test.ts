import { TOTP } from "otpauth";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { system, type UserActor } from "#lib/actor.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  passSecondFactor,
  renewRecoveryCodes,
} from "#lib/auth/second-factor.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { db } from "#lib/db.ts";
import { createUser, turnOffSecondFactor } from "#lib/users/mutations.ts";

const PASSWORD = "cầu vồng mọc sau bếp lửa 7";
let administrator: UserActor;

beforeAll(async () => {
  administrator = await addUser("quan", "administrator");
});
afterEach(() => vi.useRealTimers());

let networks = 0;

async function addUser(name: string, role: UserActor["role"] = "editor"): Promise<UserActor> {
  const { id } = await createUser(system("test"), { email: `${name}@thu.vn`, name: "Thử", role, password: PASSWORD });
  return { kind: "user", id, name: "Thử", role };
}

const enter = (name: string, code = "") =>
  signIn({ email: `${name}@thu.vn`, password: PASSWORD, code }, `network-${++networks}`);

/** The application on the telephone: the code of `later` half minutes from now. */
async function telephoneOf(actor: UserActor) {
  const factor = await getSecondFactor(actor);
  const secret = factor.standing === "begun" ? factor.secret.replaceAll(" ", "") : "";
  return (later = 0) => new TOTP({ secret }).generate({ timestamp: Date.now() + later * 30_000 });
}

async function turnOn(name: string) {
  vi.useFakeTimers({ toFake: ["Date"] });
  const actor = await addUser(name);
  await beginSecondFactor(actor);
  const telephone = await telephoneOf(actor);
  const codes = await confirmSecondFactor(actor, { code: telephone(-1) });
  return { actor, telephone, codes };
}

test("nothing is asked before a first code has shown that the telephone knows the secret", async () => {
  const actor = await addUser("moi");
  await beginSecondFactor(actor);
  const telephone = await telephoneOf(actor);
  expect(await getSecondFactor(actor)).toMatchObject({ standing: "begun", qr: { size: expect.any(Number) } });
  expect(await enter("moi")).toEqual(expect.any(String));
  await expect(confirmSecondFactor(actor, { code: "000 000" })).rejects.toMatchObject({ field: "code" });

  const codes = await confirmSecondFactor(actor, { code: telephone() });

  expect(new Set(codes).size).toBe(10);
  expect(await getSecondFactor(actor)).toEqual({ standing: "on", codesLeft: 10 });
  await expect(enter("moi")).rejects.toMatchObject({ code: "unauthenticated", field: "code" });
  await expect(beginSecondFactor(actor)).rejects.toMatchObject({ code: "conflict" });
});

test("a code lets in with the password, once, and so does none before it", async () => {
  const { telephone } = await turnOn("hoa");
  await expect(enter("hoa", telephone(-1))).rejects.toMatchObject({ code: "invalid", field: "code" }); // it confirmed the set-up
  expect(await enter("hoa", telephone().replace(/^.../, "$& "))).toEqual(expect.any(String));
  await expect(enter("hoa", telephone())).rejects.toMatchObject({ code: "invalid" });
  vi.advanceTimersByTime(30_000);
  await expect(enter("hoa", telephone(-1))).rejects.toMatchObject({ code: "invalid" });
  expect(await enter("hoa", telephone())).toEqual(expect.any(String));
});

test("of two who use one code at once, one enters", async () => {
  const { actor, telephone, codes } = await turnOn("hai");
  for (const code of [telephone(), codes[0]?.replaceAll(" ", "") ?? ""]) {
    const answers = await Promise.all([1, 2, 3].map(() => passSecondFactor(actor.id, code)));
    expect(answers.sort()).toEqual(["passed", "refused", "refused"]);
  }
});

test("codes of other times, of other people and of no kind are refused", async () => {
  const { telephone, codes } = await turnOn("lan");
  const other = await turnOn("khac");
  for (const code of [telephone(5), telephone(-5), other.telephone(), other.codes[0] ?? "", "1", "x".repeat(200)])
    await expect(enter("lan", code)).rejects.toMatchObject({ code: "invalid", field: "code" });
  expect(await enter("lan", codes[0])).toEqual(expect.any(String));
});

test("ten wrong codes in a quarter of an hour are as many as wrong passwords", async () => {
  const { telephone } = await turnOn("ba");
  for (let number = 0; number < 10; number++) await expect(enter("ba", "000000")).rejects.toThrow();
  await expect(enter("ba", telephone())).rejects.toMatchObject({ code: "too-many" });
});

test("a recovery code lets in once, typed with or without its spaces; new ones end the old", async () => {
  const { actor, codes } = await turnOn("thu");
  const [first = "", second = ""] = codes;
  expect(await enter("thu", first.toLowerCase())).toEqual(expect.any(String));
  await expect(enter("thu", first)).rejects.toMatchObject({ code: "invalid" });
  expect(await getSecondFactor(actor)).toEqual({ standing: "on", codesLeft: 9 });
  const [renewed = ""] = await renewRecoveryCodes(actor);
  await expect(enter("thu", second)).rejects.toMatchObject({ code: "invalid" });
  expect(await enter("thu", renewed)).toEqual(expect.any(String));
});

test("the database holds neither the secret nor the recovery codes", async () => {
  const actor = await addUser("kin");
  await beginSecondFactor(actor);
  const factor = await getSecondFactor(actor);
  const telephone = await telephoneOf(actor);
  const codes = await confirmSecondFactor(actor, { code: telephone() });
  const secrets = [factor.standing === "begun" ? factor.secret : "", ...codes].map((text) => text.replaceAll(" ", ""));
  const stored = JSON.stringify([await db.secondFactor.findMany(), await db.recoveryCode.findMany()]);
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThanOrEqual(16);
    expect(stored).not.toContain(secret);
  }
});

test("it is turned off by its owner and by administrators, and nobody else", async () => {
  const { actor } = await turnOn("tu");
  const stranger = await addUser("la", "publisher");
  await expect(turnOffSecondFactor(stranger, { userId: actor.id })).rejects.toMatchObject({ code: "forbidden" });
  await turnOffSecondFactor(administrator, { userId: actor.id });
  expect(await enter("tu")).toEqual(expect.any(String));
  expect(await db.auditEvent.count({ where: { action: "user.second-factor-off", subject: `user:${actor.id}` } })).toBe(
    1,
  );

  const own = await turnOn("chu");
  await turnOffSecondFactor(own.actor, { userId: own.actor.id });
  expect(await getSecondFactor(own.actor)).toEqual({ standing: "off" });
  await expect(renewRecoveryCodes(own.actor)).rejects.toMatchObject({ code: "conflict" });
});
