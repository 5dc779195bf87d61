import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { getMailWish, listUsers } from "#lib/users/editing.ts";
import { clerk } from "#tests/support/polls.ts";

test("administrators see every account without its secrets, closed ones last; others see their own wish alone", async () => {
  const rows = [
    { email: "b@u.vn", name: "Bình", disabledAt: new Date() },
    { email: "c@u.vn", name: "Chi", disabledAt: null },
    { email: "a@u.vn", name: "An", disabledAt: null },
  ].map((row) => ({ ...row, role: "editor" as const, passwordHash: "secret" }));
  const [, chi] = await db.user.createManyAndReturn({ data: rows });

  const users = await listUsers(clerk);
  expect(users.map(({ name }) => name)).toEqual(["An", "Chi", "Bình"]);
  expect(JSON.stringify(users)).not.toContain("secret");
  expect(() => listUsers({ ...clerk, role: "publisher" })).toThrow();
  expect(await getMailWish({ ...clerk, role: "editor", id: chi?.id ?? 0 })).toMatchObject({ email: "c@u.vn" });
});
