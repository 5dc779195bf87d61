import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { isSetupCode, makeSetupLink, setUpSite } from "#lib/site/mutations.ts";

const form = (code: string, change: object = {}) => ({
  code,
  committee: "Đảng ủy phường Đông Hà",
  ward: "phường Đông Hà",
  name: "Nguyễn Thị Hoa",
  email: "hoa@thu.vn",
  password: "cầu vồng mọc sau bếp lửa 7",
  ...change,
});
const newCode = async () => new URL((await makeSetupLink()) ?? "", "http://x").searchParams.get("ma") ?? "";
const refused = { code: "forbidden" };

beforeEach(async () => {
  await db.user.deleteMany();
});

test("the link makes one administrator, however often it is used at once", async () => {
  const code = await newCode();

  const tries = await Promise.allSettled(
    [1, 2, 3].map((number) => setUpSite(form(code, { email: `a${number}@thu.vn` }))),
  );

  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.user.findMany({ select: { role: true } })).toEqual([{ role: "administrator" }]);
  expect(await db.site.findUnique({ where: { id: 1 } })).toMatchObject({
    committee: "Đảng ủy phường Đông Hà",
    setupCodeHash: null,
  });
  expect(await makeSetupLink()).toBeNull();
  await expect(setUpSite(form(code))).rejects.toMatchObject(refused);
});

test("a wrong or older code opens nothing", async () => {
  const old = await newCode();
  const code = await newCode();
  expect([await isSetupCode(old), await isSetupCode(code), await isSetupCode("")]).toEqual([false, true, false]);
  await expect(setUpSite(form(old))).rejects.toMatchObject(refused);
  await expect(setUpSite(form(""))).rejects.toMatchObject(refused);
  expect(await db.user.count()).toBe(0);
});

test("a refused form spends nothing, and names the field", async () => {
  const code = await newCode();
  await expect(setUpSite(form(code, { password: "ngắn" }))).rejects.toMatchObject({ issues: [{ path: ["password"] }] });
  await setUpSite(form(code, { role: "contributor", id: 7 }));
  expect(await db.user.findFirst()).toMatchObject({ role: "administrator" });
});
